"""Ladders against the database: who is told what, exactly once. The clock is moved; nobody sleeps."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import Notice, NoticeDelivery, User
from posts.models import LadderStep
from posts.services import escalation
from tests.factories import people
from tests.factories.ladders import (
    FRIDAY_AT_TWO,
    after,
    events,
    red,
    states,
    told,
)
from tests.factories.places import unit
from tests.factories.waiting import post_with_verdict, waiting_post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("appointed_in_september")]


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


def test_a_notice_says_what_waits_and_who_is_told_next_and_no_word_of_the_post(camden_officer: User, everybody: None):
    red(camden_officer, topics=["charge-details"], headline="A man was charged")
    notice = Notice.objects.get()
    assert notice.subject == "Red: a Camden post waits for you"
    assert "It is about: Charge details." in notice.body
    assert "If nobody has decided, all communicators and SPOC will be told at 14:10." in notice.body
    assert "A man was charged" not in notice.subject + notice.body


def test_ambers_are_read_as_british_people_write(camden_officer: User, everybody: None):
    camden_officer.display_name = "PC Siân O'Neill & Co"
    camden_officer.save()
    red(camden_officer)
    assert "PC Siân O'Neill & Co sent a post for Camden." in Notice.objects.get().body


def test_the_number_of_queries_does_not_grow_with_the_number_of_rungs(camden_officer: User, everybody: None):
    asked = []
    for count in (3, 30):
        for _ in range(count):
            red(camden_officer)
        with CaptureQueriesContext(connection) as queries:
            assert escalation.climb(after(10)) == count
        LadderStep.objects.filter(state="waiting").update(state="cancelled")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_with_nothing_due_the_sweep_asks_once(
    camden_officer: User, everybody: None, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
):
    red(camden_officer)
    with django_assert_num_queries(1):
        assert escalation.climb(after(5)) == 0
