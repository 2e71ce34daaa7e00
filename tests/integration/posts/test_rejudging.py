"""What waits is judged again when policy moves, and what was cleared is judged again before it goes."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.models import SocialAccount, User
from accounts.services.account_life import suspend_account
from accounts.services.operators import remove_operator
from accounts.services.people import suspend_person
from governance.services import guidance, incidents
from posts.models import Assessment, LadderStep, Post, Publication
from posts.services import rejudging, review
from posts.services.problems import HeldByAStop, PostMovedOn
from posts.services.publishing import publish_due
from tests.factories import posts as factory
from tests.factories.moments import next_working_morning

pytestmark = pytest.mark.django_db
FIREWORKS = "Ward panel tonight at 19:00 in Castlehaven hall: come and talk about fireworks, parking and bikes."


def advise(actor: User, light: str = "red", **scope: object) -> None:
    now = timezone.now()
    said = guidance.Advice(
        title="Fireworks disorder",
        advice="Say nothing yet.",
        light=light,
        release="ask",
        starts_at=now - timedelta(minutes=1),
        ends_at=now + timedelta(days=1),
        words=["fireworks"],
        **scope,
    )
    guidance.publish(said, actor=actor)


def declare(actor: User, *, level: str = "major", **scope: object) -> int:
    return incidents.declare(incidents.Scope(level=level, title="Canal", **scope), actor=actor).pk


def test_a_cleared_green_that_guidance_made_red_is_held_back_at_release(
    camden_officer: User, camden_noticeboard: SocialAccount, press_bureau: User, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, FIREWORKS)
    assert (post.light, post.status) == ("green", "cleared")
    advise(press_bureau)
    publish_due()
    post = factory.fresh(post)
    assert (post.light, post.status) == ("red", "waiting")
    assert Publication.objects.get().sending_at is None
    assert LadderStep.objects.filter(post=post).exists()
    assert camden_officer.notices.filter(kind="back-on-desk").exists()


def test_a_scheduled_green_is_judged_again_as_soon_as_guidance_moves(
    camden_officer: User, camden_noticeboard: SocialAccount, press_bureau: User
) -> None:
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    post = factory.sent(camden_officer, camden_noticeboard, FIREWORKS, when="later", wall_clock=tomorrow)
    advise(press_bureau)
    assert rejudging.judge_again(timezone.now()) == 1
    assert factory.fresh(post).status == "waiting"
    assert rejudging.judge_again(timezone.now()) == 0


def test_an_approval_does_not_cover_what_guidance_added_afterwards(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User, press_bureau: User
) -> None:
    post = factory.approved(camden_officer, camden_noticeboard, camden_communicator, factory.RED + " No fireworks.")
    advise(press_bureau)
    publish_due(now=timezone.now() + review.UNDO)
    post = factory.fresh(post)
    assert post.status == "waiting"
    assert Assessment.objects.filter(revision=post.current_revision, occasion="release").exists()


def test_an_approved_post_goes_out_when_nothing_got_worse(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.approved(camden_officer, camden_noticeboard, camden_communicator)
    publish_due()
    assert factory.fresh(post).status == "cleared"
    publish_due(now=timezone.now() + review.UNDO)
    assert factory.fresh(post).status == "released"
    assert Publication.objects.get().status == "published"


@time_machine.travel(next_working_morning())
def test_a_told_amber_must_be_acknowledged_once_it_is_out(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.AMBER, public_domain=True, evidence="Council news")
    assert not post.must_acknowledge
    publish_due()
    post = factory.fresh(post)
    assert (post.status, post.must_acknowledge) == ("released", True)
    assert camden_communicator.notices.exists()
    review.acknowledge(post, camden_communicator, timezone.now())
    assert not LadderStep.objects.filter(post=post, state="waiting").exists()
    with pytest.raises(PostMovedOn):
        review.acknowledge(post, camden_communicator, timezone.now())


@pytest.mark.smoke
def test_a_major_incident_holds_what_is_cleared_and_its_end_asks_for_confirmation(
    camden_officer: User, camden_noticeboard: SocialAccount, press_bureau: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.GREEN)
    incident = declare(press_bureau)
    publish_due()
    assert factory.fresh(post).status == "held"
    incidents.stand_down(incident, actor=press_bureau)
    rejudging.judge_again(timezone.now())
    assert factory.fresh(post).status == "waiting"
    assert Publication.objects.get().status == "cancelled"


def test_a_post_held_cannot_be_approved(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User, press_bureau: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    declare(press_bureau)
    rejudging.judge_again(timezone.now())
    held = factory.fresh(post)
    assert held.status == "held"
    with pytest.raises(HeldByAStop):
        review.approve(held, camden_communicator, factory.seen(held), timezone.now())


def test_a_post_sent_while_an_incident_is_in_force_is_held_at_once(
    camden_officer: User, camden_noticeboard: SocialAccount, press_bureau: User
) -> None:
    declare(press_bureau)
    assert factory.sent(camden_officer, camden_noticeboard, factory.GREEN).status == "held"


def test_people_named_by_the_incident_may_post_all_the_same(
    camden_officer: User, camden_noticeboard: SocialAccount, press_bureau: User
) -> None:
    declare(press_bureau, speaker_ids=[camden_officer.pk])
    assert factory.sent(camden_officer, camden_noticeboard, factory.GREEN).status == "cleared"


def test_an_incident_elsewhere_or_below_major_stops_nothing(
    camden_officer: User, camden_noticeboard: SocialAccount, hackney_noticeboard: SocialAccount, press_bureau: User
) -> None:
    declare(press_bureau, unit_ids=[hackney_noticeboard.unit_id])
    declare(press_bureau, level="gold")
    assert factory.sent(camden_officer, camden_noticeboard, factory.GREEN).status == "cleared"


def test_guidance_for_one_account_touches_only_that_account(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_mastodon: SocialAccount, press_bureau: User
) -> None:
    advise(press_bureau, account_ids=[camden_mastodon.pk])
    assert factory.sent(camden_officer, camden_noticeboard, FIREWORKS).light == "green"
    assert factory.sent(camden_officer, camden_mastodon, FIREWORKS).light == "red"


@pytest.mark.parametrize("suspend", ["person", "account", "operator"])
def test_nothing_leaves_after_a_suspension(
    suspend: str, camden_officer: User, camden_noticeboard: SocialAccount, dmc_admin: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.GREEN)
    if suspend == "person":
        suspend_person(camden_officer, actor=dmc_admin, reason="Breach")
    elif suspend == "operator":
        remove_operator(camden_noticeboard.operators.get(), actor=dmc_admin)
    else:
        suspend_account(camden_noticeboard, actor=dmc_admin, reason="Breach")
    publish_due()
    assert factory.fresh(post).status == "held"
    assert Publication.objects.get().sending_at is None


def test_an_amber_on_the_desk_that_turns_red_climbs_the_red_ladder(
    camden_officer: User, camden_noticeboard: SocialAccount, press_bureau: User, camden_communicator: User
) -> None:
    text = (
        "Were you on the 24 bus in Hampstead at 22:15 on Wednesday? We appeal for witnesses to a fight and fireworks."
    )
    post = factory.sent(camden_officer, camden_noticeboard, text, public_domain=True, evidence="Press office")
    assert (post.light, post.status) == ("amber", "waiting")
    advise(press_bureau)
    rejudging.judge_again(timezone.now())
    assert Post.objects.get().light == "red"
    assert LadderStep.objects.filter(post=post, state="waiting", ladder="red").exists()
