"""A verdict that changes under somebody's hands: the slower of the two changes nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import SocialAccount, User
from governance.models import AuditEvent
from governance.selectors import epoch
from governance.services import guidance
from posts.models import Post
from posts.services import rejudging, review
from posts.services.problems import PostMovedOn
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db
APPEAL = "Were you on the 24 bus in Hampstead at 22:15 on Wednesday? We appeal for witnesses to a fight and fireworks."


@pytest.fixture
def amber(camden_officer: User, camden_noticeboard: SocialAccount) -> Post:
    return factory.sent(camden_officer, camden_noticeboard, APPEAL, public_domain=True, evidence="Press office")


def advise(actor: User) -> None:
    now = timezone.now()
    guidance.publish(
        guidance.Advice(
            title="Fireworks disorder",
            advice="Say nothing yet.",
            light="red",
            release="ask",
            starts_at=now - timedelta(minutes=1),
            ends_at=now + timedelta(days=1),
            words=["fireworks"],
        ),
        actor=actor,
    )


def test_an_approval_that_meets_a_worse_verdict_is_refused(
    amber: Post, camden_communicator: User, press_bureau: User
) -> None:
    opened = factory.fresh(amber)
    advise(press_bureau)
    rejudging.judge_again(timezone.now())
    with pytest.raises(PostMovedOn):
        review.approve(opened, camden_communicator, factory.seen(opened), timezone.now())
    assert (factory.fresh(amber).status, factory.fresh(amber).light) == ("waiting", "red")


def test_a_verdict_on_an_older_revision_never_stands_on_a_newer_one(
    amber: Post, camden_officer: User, press_bureau: User
) -> None:
    read_by_the_sweep = factory.fresh(amber)
    factory.resent(amber, factory.RED)
    advise(press_bureau)
    rejudging._judge_one(read_by_the_sweep, epoch(), timezone.now())
    post = factory.fresh(amber)
    assert post.assessment and post.assessment.revision_id == post.current_revision_id
    assert post.judged_epoch < epoch()


def test_a_verdict_that_changes_on_the_desk_is_on_record(amber: Post, press_bureau: User) -> None:
    advise(press_bureau)
    rejudging.judge_again(timezone.now())
    assert AuditEvent.objects.filter(action="post.judged-again", object_id=str(amber.pk)).count() == 1


def test_a_post_that_cannot_be_judged_keeps_no_other_from_being_judged(
    amber: Post, camden_officer: User, camden_noticeboard: SocialAccount, press_bureau: User
) -> None:
    other = factory.sent(camden_officer, camden_noticeboard, APPEAL, public_domain=True, evidence="Press office")
    Post.objects.filter(pk=amber.pk).update(assessment=None)
    advise(press_bureau)
    rejudging.judge_again(timezone.now())
    assert factory.fresh(other).light == "red"
