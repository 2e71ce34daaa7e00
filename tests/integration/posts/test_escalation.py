"""Ladders against the database: who is told what, when, exactly once. The clock is moved; nobody sleeps."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction

from accounts.models import BankHoliday, Notice, NoticeDelivery, User
from governance.models import AuditEvent
from posts.models import LadderStep, Post
from posts.services import escalation
from tests.factories import people
from tests.factories.places import unit
from tests.factories.waiting import post_with_verdict, waiting_post

pytestmark = pytest.mark.django_db
FRIDAY_AT_TWO = datetime(2026, 11, 20, 14, tzinfo=UTC)
FRIDAY_NIGHT = datetime(2026, 11, 20, 22, tzinfo=UTC)
BEFORE_CLOSING = datetime(2026, 11, 20, 17, 45, tzinfo=UTC)
MONDAY_AT_EIGHT = datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def appointed_in_september() -> Iterator[None]:
    """Everybody's appointment is older than any of these posts."""
    with time_machine.travel(datetime(2026, 9, 1, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def everybody(
    camden_spoc: User, camden_communicator: User, borough_support: User, press_bureau: User, hackney_communicator: User
) -> None:
    """Everybody a Camden ladder can name, and one it cannot. Tomasz Wren is head of DMC on call too."""


def red(author: User, at: datetime = FRIDAY_AT_TWO, **columns: object) -> Post:
    return waiting_post(author, unit("camden"), at, **columns)


def amber(author: User, at: datetime = FRIDAY_AT_TWO, **columns: object) -> Post:
    return waiting_post(author, unit("camden"), at, light="amber", **columns)


def told(post: Post) -> dict[int, set[str]]:
    """Who was told of this post, rung by rung."""
    found: dict[int, set[str]] = {}
    for notice in Notice.objects.filter(key__startswith=f"ladder:{post.pk}:").select_related("user"):
        found.setdefault(int(notice.key.rsplit(":", 1)[1]), set()).add(notice.user.display_name)
    return found


def states(post: Post) -> list[str]:
    return list(post.ladder_steps.order_by("queued_at", "number").values_list("state", flat=True))


def after(minutes: float, start: datetime = FRIDAY_AT_TWO) -> datetime:
    return start + timedelta(minutes=minutes)


def events(action: str, post: Post) -> int:
    return AuditEvent.objects.filter(action=action, object_type="post", object_id=str(post.pk)).count()


def test_the_communicator_is_told_in_the_transaction_that_puts_a_red_post_on_the_desk(
    camden_officer: User, everybody: None
):
    post = red(camden_officer)
    assert told(post) == {1: {"Farah Okonjo"}}
    assert states(post) == ["done", "waiting", "waiting", "waiting"]
    assert NoticeDelivery.objects.filter(notice__key__startswith=f"ladder:{post.pk}:", means="email").count() == 1


def test_nothing_is_told_when_the_transaction_that_queues_a_post_fails(camden_officer: User, everybody: None):
    post = post_with_verdict(camden_officer, unit("camden"), FRIDAY_AT_TWO, light="red", release="ask")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert post.assessment is not None
        escalation.enter_queue(post, post.assessment, FRIDAY_AT_TWO)
        raise ZeroDivisionError
    assert told(post) == {}
    assert not LadderStep.objects.exists()


def test_a_red_post_nobody_decides_climbs_the_whole_ladder(camden_officer: User, everybody: None):
    post = red(camden_officer)
    for minute in (10, 20, 30):
        escalation.climb(after(minute))
    assert told(post) == {
        1: {"Farah Okonjo"},
        2: {"Farah Okonjo", "Sgt Dele Ogunbanjo"},
        3: {"Tomasz Wren"},
        4: {"Ruaridh Bell"},
    }
    assert states(post) == ["done"] * 4
    assert events("ladder.stepped", post) == 4
    assert events("ladder.ran-out", post) == 1


def test_a_rung_does_not_come_before_its_time(camden_officer: User, everybody: None):
    post = red(camden_officer)
    assert escalation.climb(after(10) - timedelta(microseconds=1)) == 0
    assert set(told(post)) == {1}


def test_the_sweep_run_again_tells_nobody_twice(camden_officer: User, everybody: None):
    post = red(camden_officer)
    escalation.climb(after(10))
    before = Notice.objects.count()
    assert escalation.climb(after(10)) == 0
    LadderStep.objects.filter(post=post, number=2).update(state="waiting", settled_at=None)
    escalation.climb(after(11))
    assert Notice.objects.count() == before


def test_workers_that_were_away_lose_no_step(camden_officer: User, everybody: None):
    post = red(camden_officer)
    assert escalation.climb(after(45)) == 3
    assert set(told(post)) == {1, 2, 3, 4}
    assert events("ladder.ran-out", post) == 1


def test_a_decision_ends_the_ladder(camden_officer: User, everybody: None):
    post = red(camden_officer)
    escalation.leave_queue(post, after(5))
    escalation.climb(after(60))
    assert set(told(post)) == {1}
    assert states(post) == ["done", "cancelled", "cancelled", "cancelled"]
    assert events("ladder.ran-out", post) == 0


def test_a_rung_of_a_post_that_moved_on_is_cancelled_even_if_nobody_took_it_away(camden_officer: User, everybody: None):
    post = red(camden_officer)
    Post.objects.filter(pk=post.pk).update(status="cleared")
    escalation.climb(after(60))
    assert set(told(post)) == {1}
    assert states(post)[1:] == ["cancelled"] * 3


def test_a_claim_silences_only_the_step_that_asks_for_one(
    camden_officer: User, camden_communicator: User, everybody: None
):
    post = red(camden_officer, claimed_by=camden_communicator, claimed_until=after(25))
    escalation.climb(after(20))
    assert set(told(post)) == {1, 3}
    assert states(post) == ["done", "silenced", "done", "waiting"]
    assert events("ladder.silenced", post) == 1


def test_a_claim_that_lapsed_silences_nothing(camden_officer: User, camden_communicator: User, everybody: None):
    post = red(camden_officer, claimed_by=camden_communicator, claimed_until=after(9))
    escalation.climb(after(10))
    assert set(told(post)) == {1, 2}


def test_amber_in_hours_tells_the_spoc_after_30_minutes_and_borough_support_after_60(
    camden_officer: User, everybody: None
):
    post = amber(camden_officer)
    escalation.climb(after(30))
    escalation.climb(after(60))
    assert told(post) == {1: {"Farah Okonjo"}, 2: {"Sgt Dele Ogunbanjo"}, 3: {"Tomasz Wren"}}


def test_amber_out_of_hours_informs_the_press_bureau_and_tells_the_communicator_at_eight_on_monday(
    camden_officer: User, everybody: None
):
    post = amber(camden_officer, FRIDAY_NIGHT)
    escalation.climb(MONDAY_AT_EIGHT - timedelta(seconds=1))
    assert told(post) == {1: {"Ruaridh Bell"}}
    escalation.climb(MONDAY_AT_EIGHT)
    assert told(post) == {1: {"Ruaridh Bell"}, 2: {"Farah Okonjo"}}
    assert Notice.objects.get(key__endswith=":1").subject == "Amber, for information: a Camden post waits out of hours"


def test_amber_waits_over_a_bank_holiday(camden_officer: User, everybody: None):
    BankHoliday.objects.create(day=MONDAY_AT_EIGHT.date(), name="A holiday")
    post = amber(camden_officer, FRIDAY_NIGHT)
    escalation.climb(MONDAY_AT_EIGHT)
    assert set(told(post)) == {1}
    escalation.climb(MONDAY_AT_EIGHT + timedelta(days=1))
    assert set(told(post)) == {1, 2}


def test_red_out_of_hours_goes_to_the_press_bureau_borough_support_and_the_head_of_dmc(
    camden_officer: User, everybody: None
):
    head = people.person("dmc-admin", name="Head of DMC", head_on_call=True)
    post = red(camden_officer, FRIDAY_NIGHT)
    for minute in (10, 20, 30):
        escalation.climb(after(minute, FRIDAY_NIGHT))
    assert told(post) == {
        1: {"Ruaridh Bell", "Farah Okonjo"},
        2: {"Ruaridh Bell", "Tomasz Wren"},
        3: {head.display_name, "Tomasz Wren"},
    }
    assert states(post) == ["done", "done", "done", "silenced"]


def test_each_rung_picks_its_row_when_it_falls_due(camden_officer: User, everybody: None):
    post = red(camden_officer, BEFORE_CLOSING)
    escalation.climb(after(10, BEFORE_CLOSING))
    escalation.climb(after(20, BEFORE_CLOSING))
    assert told(post)[2] == {"Farah Okonjo", "Sgt Dele Ogunbanjo"}
    assert told(post)[3] == {"Tomasz Wren"}
    assert "head-of-dmc-on-call" in str(AuditEvent.objects.get(payload__body__step=3).payload.body)


def test_an_amber_rung_that_falls_due_after_closing_waits_for_the_morning(camden_officer: User, everybody: None):
    post = amber(camden_officer, BEFORE_CLOSING)
    escalation.climb(after(31, BEFORE_CLOSING))
    assert set(told(post)) == {1}
    assert post.ladder_steps.get(number=2).due_at == MONDAY_AT_EIGHT
    escalation.climb(MONDAY_AT_EIGHT)
    assert told(post)[2] == {"Farah Okonjo"}


@pytest.mark.parametrize(
    "urgent", [{"threat_to_life": True}, {"topics": ["missing-person"]}, {"topics": ["evacuation-emergency"]}]
)
def test_where_life_is_at_stake_amber_climbs_as_red_at_a_third_of_the_time(
    urgent: dict[str, object], camden_officer: User, everybody: None
):
    post = amber(camden_officer, **urgent)
    escalation.climb(after(10))
    assert set(told(post)) == {1, 2, 3, 4}
    assert "threat to life" in Notice.objects.filter(key__endswith=":4").get().body or "topics" in urgent


@pytest.mark.parametrize(
    ("entered", "morning"),
    [
        (datetime(2026, 10, 23, 18, tzinfo=UTC), datetime(2026, 10, 26, 8, tzinfo=UTC)),
        (datetime(2027, 3, 26, 19, tzinfo=UTC), datetime(2027, 3, 29, 7, tzinfo=UTC)),
    ],
)
def test_eight_in_the_morning_is_eight_on_the_wall_after_either_clock_change(
    entered: datetime, morning: datetime, camden_officer: User, everybody: None
):
    post = amber(camden_officer, entered)
    escalation.climb(morning - timedelta(seconds=1))
    assert set(told(post)) == {1}
    escalation.climb(morning)
    assert set(told(post)) == {1, 2}


def test_red_minutes_are_elapsed_minutes_through_the_repeated_hour(camden_officer: User, everybody: None):
    entered = datetime(2026, 10, 25, 0, 55, tzinfo=UTC)
    post = red(camden_officer, entered)
    escalation.climb(after(9, entered))
    assert set(told(post)) == {1}
    escalation.climb(after(10, entered))
    assert set(told(post)) == {1, 2}


def test_a_question_to_the_author_puts_amber_off_by_as_long_as_it_stood(camden_officer: User, everybody: None):
    post = amber(camden_officer)
    escalation.pause(post, after(20))
    escalation.climb(after(90))
    assert set(told(post)) == {1}
    escalation.resume(post, after(65))
    escalation.climb(after(74))
    assert set(told(post)) == {1}
    escalation.climb(after(75))
    assert set(told(post)) == {1, 2}
    escalation.climb(after(105))
    assert set(told(post)) == {1, 2, 3}


def test_two_questions_put_amber_off_by_both(camden_officer: User, everybody: None):
    post = amber(camden_officer)
    for asked, answered in ((5, 15), (20, 30)):
        escalation.pause(post, after(asked))
        escalation.resume(post, after(answered))
    escalation.climb(after(49))
    assert set(told(post)) == {1}
    escalation.climb(after(50))
    assert set(told(post)) == {1, 2}


def test_a_question_to_the_author_never_stops_red(camden_officer: User, everybody: None):
    post = red(camden_officer)
    escalation.pause(post, after(5))
    escalation.climb(after(30))
    assert set(told(post)) == {1, 2, 3, 4}


def test_a_due_amber_rung_of_a_post_under_question_is_parked_and_not_lost(camden_officer: User, everybody: None):
    post = amber(camden_officer)
    Post.objects.filter(pk=post.pk).update(question_since=after(20))
    escalation.climb(after(40))
    assert states(post)[1] == "paused"
    escalation.resume(post, after(50))
    escalation.climb(after(60))
    assert set(told(post)) == {1, 2}


def test_a_released_amber_climbs_until_somebody_acknowledges_it(
    camden_officer: User, camden_communicator: User, everybody: None
):
    post = amber(camden_officer, release="tell")
    escalation.climb(after(30))
    assert set(told(post)) == {1, 2}
    assert Notice.objects.get(key__endswith=":1").subject == "Amber: a Camden post is out; acknowledge it"
    Post.objects.filter(pk=post.pk).update(acknowledged_by=camden_communicator, acknowledged_at=after(40))
    escalation.climb(after(60))
    assert set(told(post)) == {1, 2}


def test_the_author_is_never_told_to_decide_their_own_post(camden_communicator: User, everybody: None):
    colleague = people.person("communicator", "camden", name="A colleague")
    post = red(camden_communicator)
    assert told(post)[1] == {colleague.display_name}


def test_whoever_made_a_revision_is_not_told_to_decide_it(
    camden_officer: User, camden_communicator: User, everybody: None
):
    post = post_with_verdict(camden_officer, unit("camden"), FRIDAY_AT_TWO, light="red", release="ask")
    assert post.current_revision is not None
    post.current_revision.pk, post.current_revision.number = None, 2
    post.current_revision.made_by = camden_communicator
    post.current_revision.save(force_insert=True)
    with transaction.atomic():
        assert post.assessment is not None
        escalation.enter_queue(post, post.assessment, FRIDAY_AT_TWO)
    assert told(post) == {}


@pytest.mark.parametrize("change", [{"is_active": False}, {"suspended_at": FRIDAY_AT_TWO}])
def test_nobody_inactive_or_suspended_is_told(
    change: dict[str, object], camden_officer: User, camden_spoc: User, everybody: None
):
    post = red(camden_officer)
    User.objects.filter(pk=camden_spoc.pk).update(**change)
    escalation.climb(after(10))
    assert told(post)[2] == {"Farah Okonjo"}


def test_a_unit_without_a_communicator_is_looked_after_by_the_social_media_team(
    camden_officer: User, social_media_team: User, everybody: None
):
    post = waiting_post(camden_officer, unit("mounted-branch"), FRIDAY_AT_TWO)
    assert told(post) == {1: {social_media_team.display_name}}


def test_entering_a_queue_again_begins_the_ladder_afresh(camden_officer: User, everybody: None):
    post = red(camden_officer)
    with transaction.atomic():
        assert post.assessment is not None
        escalation.enter_queue(post, post.assessment, after(5))
    escalation.climb(after(14))
    assert states(post) == ["done", "cancelled", "cancelled", "cancelled", "done", "waiting", "waiting", "waiting"]
    escalation.climb(after(15))
    assert Notice.objects.filter(key__endswith=":2").exists()


def test_a_light_that_changes_while_a_post_waits_changes_its_ladder(camden_officer: User, everybody: None):
    post = amber(camden_officer)
    assert post.assessment is not None
    with transaction.atomic():
        assert escalation.change_ladder(post, post.assessment, after(5)) is False
        post.assessment.light = "red"
        assert escalation.change_ladder(post, post.assessment, after(5)) is True
    escalation.climb(after(35))
    assert events("ladder.ran-out", post) == 1


def test_a_notice_says_what_waits_and_who_is_told_next_and_no_word_of_the_post(camden_officer: User, everybody: None):
    red(camden_officer, topics=["charge-details"], headline="A man was charged")
    notice = Notice.objects.get()
    assert notice.subject == "Red: a Camden post waits for you"
    assert "It is about: Charge details." in notice.body
    assert "If nobody has decided, All communicators and SPOC will be told at 14:10." in notice.body
    assert "A man was charged" not in notice.subject + notice.body


def test_ambers_are_read_as_british_people_write(camden_officer: User, everybody: None):
    camden_officer.display_name = "PC Siân O'Neill & Co"
    camden_officer.save()
    red(camden_officer)
    assert "PC Siân O'Neill & Co sent a post for Camden." in Notice.objects.get().body
