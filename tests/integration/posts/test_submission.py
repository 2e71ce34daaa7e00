"""Sending a draft: each light goes where it must, and nothing is half saved."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import SocialAccount, User
from governance.models import AuditEvent
from posts.domain.draft_content import DraftContent
from posts.models import LadderStep, Post, Publication, Revision
from posts.services import drafting, submission
from posts.services.problems import DraftMovedOn, PostMovedOn, SubmissionRefused
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db


def test_a_green_post_is_cleared_and_queued_at_once(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.GREEN)
    assert (post.light, post.release, post.status) == ("green", "go", "cleared")
    assert Publication.objects.get().status == "queued"
    assert not LadderStep.objects.exists()


def test_an_amber_post_that_is_public_is_cleared_and_not_yet_acknowledged(
    camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.sent(
        camden_officer, camden_noticeboard, factory.AMBER, public_domain=True, evidence="Council news, 12 November"
    )
    assert (post.light, post.release, post.status) == ("amber", "tell", "cleared")


@pytest.mark.smoke
def test_a_red_post_waits_with_a_ladder_and_nothing_queued(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    assert (post.light, post.release, post.status) == ("red", "ask", "waiting")
    assert LadderStep.objects.filter(post=post).exists()
    assert not Publication.objects.exists()


def test_an_amber_post_that_is_not_public_is_red(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    assert factory.sent(camden_officer, camden_noticeboard, factory.AMBER).light == "red"


def test_a_new_officers_green_post_is_asked_about(hackney_officer: User, hackney_noticeboard: SocialAccount) -> None:
    post = factory.sent(hackney_officer, hackney_noticeboard, factory.GREEN)
    assert (post.light, post.release, post.status) == ("amber", "ask", "waiting")


def test_every_step_of_sending_is_on_record(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    post = factory.sent(camden_officer, camden_noticeboard)
    events = AuditEvent.objects.filter(object_type="post", object_id=str(post.pk)).order_by("pk")
    assert [event.action for event in events] == ["post.begun", "post.submit-clear", "post.submitted"]


def test_an_account_one_may_not_post_from_is_refused(
    camden_officer: User, camden_noticeboard: SocialAccount, hackney_noticeboard: SocialAccount
) -> None:
    post = factory.draft(camden_officer, hackney_noticeboard)
    with pytest.raises(SubmissionRefused) as refusal:
        submission.submit(post, camden_officer, 1, timezone.now())
    assert list(refusal.value.errors) == ["accounts"]
    assert not Revision.objects.exists()


def test_everything_wrong_is_said_at_once_by_field(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    post = factory.draft(
        camden_officer,
        camden_noticeboard,
        "",
        public_domain=True,
        when="later",
        wall_clock="2020-01-01 08:00",
    )
    with pytest.raises(SubmissionRefused) as refusal:
        submission.submit(post, camden_officer, 1, timezone.now())
    assert sorted(refusal.value.errors) == ["evidence", "text", "wall_clock"]
    assert factory.fresh(post).status == "draft"


def test_a_draft_saved_elsewhere_meanwhile_is_not_sent(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    post = factory.draft(camden_officer, camden_noticeboard)
    drafting.autosave(post, camden_officer, DraftContent(parts=("Other words",)), 1, timezone.now())
    with pytest.raises(DraftMovedOn):
        submission.submit(post, camden_officer, 1, timezone.now())
    assert not Revision.objects.exists()


def test_a_second_tab_is_told_instead_of_overwriting(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    post = factory.draft(camden_officer, camden_noticeboard)
    assert drafting.autosave(post, camden_officer, DraftContent(parts=("First tab",)), 1, timezone.now()) == 2
    with pytest.raises(DraftMovedOn, match="PC Imran Sadler saved a later version"):
        drafting.autosave(post, camden_officer, DraftContent(parts=("Second tab",)), 1, timezone.now())
    assert factory.fresh(post).draft.body["parts"] == ["First tab"]


def test_a_post_is_sent_once(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    post = factory.sent(camden_officer, camden_noticeboard)
    with pytest.raises(PostMovedOn):
        submission.submit(post, camden_officer, post.draft.version, timezone.now())
    assert Revision.objects.count() == 1


def test_nobody_sends_another_boroughs_draft(
    camden_officer: User, camden_noticeboard: SocialAccount, hackney_communicator: User
) -> None:
    post = factory.draft(camden_officer, camden_noticeboard)
    with pytest.raises(PermissionDenied):
        submission.submit(post, hackney_communicator, 1, timezone.now())


def test_taking_a_cleared_post_back_cancels_what_was_queued(
    camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard)
    drafting.reopen(post, camden_officer, timezone.now())
    assert Post.objects.get().status == "draft"
    assert Publication.objects.get().status == "cancelled"
