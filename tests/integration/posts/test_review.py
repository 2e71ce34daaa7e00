"""Decisions: who may, on what, and what follows."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import SocialAccount, User
from posts.domain.draft_content import DraftContent
from posts.models import LadderStep, Publication, Review
from posts.services import claims, drafting, review, submission
from posts.services.problems import PostMovedOn, ReasonMissing
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def now() -> object:
    return timezone.now()


def test_an_approved_red_post_is_queued_ten_seconds_ahead(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    before = timezone.now()
    post = factory.approved(camden_officer, camden_noticeboard, camden_communicator)
    assert post.status == "cleared"
    assert Publication.objects.get().due_at >= before + review.UNDO
    assert not LadderStep.objects.filter(state="waiting").exists()


def test_undo_brings_it_back_to_the_desk_before_anything_is_sent(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.approved(camden_officer, camden_noticeboard, camden_communicator)
    review.undo(post, camden_communicator, timezone.now())
    assert factory.fresh(post).status == "waiting"
    assert Publication.objects.get().status == "cancelled"


def test_a_red_post_cannot_be_approved_by_its_author(
    camden_communicator: User, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    with pytest.raises(PermissionDenied):
        review.approve(post, camden_officer, factory.seen(post), timezone.now())


def test_who_edits_a_post_cannot_decide_it(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    drafting.reopen(post, camden_communicator, timezone.now())
    content = DraftContent.from_json(factory.fresh(post).draft.body).changed(parts=(factory.RED + " More later.",))
    version = drafting.autosave(
        factory.fresh(post), camden_communicator, content, factory.fresh(post).draft.version, timezone.now()
    )
    post = submission.submit(factory.fresh(post), camden_communicator, version, timezone.now())
    with pytest.raises(PermissionDenied):
        review.approve(factory.fresh(post), camden_communicator, factory.seen(post), timezone.now())


@pytest.mark.parametrize("who", ["camden_commander", "dmc_admin", "auditor", "hackney_communicator", "camden_spoc"])
def test_a_red_post_cannot_be_decided_by_anyone_the_table_does_not_name(
    who: str, request: pytest.FixtureRequest, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    somebody = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        review.reject(post, somebody, factory.seen(post), timezone.now(), [], "No.")
    assert not Review.objects.exists()


def test_being_superuser_decides_nothing(
    camden_officer: User, camden_noticeboard: SocialAccount, auditor: User
) -> None:
    auditor.is_superuser = True
    auditor.save()
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    with pytest.raises(PermissionDenied):
        review.approve(post, auditor, factory.seen(post), timezone.now())


def test_a_decision_on_an_older_revision_is_refused(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    old = factory.seen(post)
    drafting.reopen(post, camden_officer, timezone.now())
    post = factory.fresh(post)
    content = DraftContent.from_json(post.draft.body).changed(parts=(factory.RED + " He is 31.",))
    version = drafting.autosave(post, camden_officer, content, post.draft.version, timezone.now())
    post = factory.fresh(submission.submit(factory.fresh(post), camden_officer, version, timezone.now()))
    with pytest.raises(PostMovedOn):
        review.approve(post, camden_communicator, old, timezone.now())
    assert factory.fresh(post).status == "waiting"


def test_of_two_deciders_one_wins_and_the_other_is_told(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User, press_bureau: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    mine, theirs = factory.fresh(post), factory.fresh(post)
    review.approve(mine, camden_communicator, factory.seen(mine), timezone.now())
    with pytest.raises(PostMovedOn):
        review.reject(theirs, press_bureau, factory.seen(theirs), timezone.now(), [], "Not ours.")
    assert [one.decision for one in Review.objects.all()] == ["approve"]
    assert factory.fresh(post).status == "cleared"


def test_a_return_needs_a_reason_and_tells_the_author(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    with pytest.raises(ReasonMissing):
        review.send_back(post, camden_communicator, factory.seen(post), timezone.now(), [], "  ")
    review.send_back(post, camden_communicator, factory.seen(post), timezone.now(), [], "Leave the court out.")
    assert factory.fresh(post).status == "returned"
    assert "Leave the court out." in camden_officer.notices.get(kind="return").body


def test_a_claim_keeps_others_from_claiming_until_it_lapses(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User, press_bureau: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    now = timezone.now()
    claims.claim(post, camden_communicator, now)
    with pytest.raises(PostMovedOn):
        claims.claim(post, press_bureau, now)
    claims.claim(post, press_bureau, now + claims.LASTS["red"])
    assert factory.fresh(post).claimed_by == press_bureau


def test_no_notice_about_a_post_carries_its_words(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.approved(camden_officer, camden_noticeboard, camden_communicator)
    review.undo(post, camden_communicator, timezone.now())
    review.reject(factory.fresh(post), camden_communicator, factory.seen(post), timezone.now(), [], "Not yet.")
    told = [*camden_officer.notices.all(), *camden_communicator.notices.all()]
    assert {notice.kind for notice in told} >= {"approved", "reject"}
    assert not [notice for notice in told if "Fortess Road" in notice.subject + notice.body]
