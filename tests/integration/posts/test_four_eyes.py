"""Whoever had a hand in a post never decides it, by whatever way their words came into it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import SocialAccount, User
from governance.models import AuditEvent
from posts.domain.draft_content import DraftContent
from posts.models import Post
from posts.selectors.desk import to_decide
from posts.services import drafting, review, submission
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(camden_officer: User, camden_noticeboard: SocialAccount) -> Post:
    return factory.draft(camden_officer, camden_noticeboard, factory.RED)


def save(post: Post, person: User, text: str) -> None:
    post = factory.fresh(post)
    content = DraftContent.from_json(post.draft.body).changed(parts=(text,))
    drafting.autosave(post, person, content, post.draft.version, timezone.now())


def send(post: Post) -> Post:
    post = factory.fresh(post)
    submission.submit(post, post.author, post.draft.version, timezone.now())
    return factory.fresh(post)


def test_who_changed_a_draft_that_its_author_sent_cannot_decide_it(draft: Post, camden_communicator: User) -> None:
    save(draft, camden_communicator, factory.RED + " More later.")
    post = send(draft)
    assert post.current_revision and post.current_revision.made_by == post.author
    with pytest.raises(PermissionDenied):
        review.approve(post, camden_communicator, factory.seen(post), timezone.now())
    assert post not in to_decide(camden_communicator)


def test_who_changed_an_earlier_draft_cannot_decide_a_later_one(draft: Post, camden_communicator: User) -> None:
    save(draft, camden_communicator, factory.RED + " More later.")
    post = send(draft)
    drafting.reopen(post, post.author, timezone.now())
    save(post, post.author, factory.RED)
    post = send(post)
    with pytest.raises(PermissionDenied):
        review.approve(post, camden_communicator, factory.seen(post), timezone.now())


def test_who_only_looked_at_a_draft_may_still_decide_it(draft: Post, camden_communicator: User) -> None:
    save(draft, camden_communicator, factory.RED)
    post = send(draft)
    review.approve(post, camden_communicator, factory.seen(post), timezone.now())
    assert factory.fresh(post).status == "cleared"


def test_whoever_helps_is_on_record_once(draft: Post, camden_communicator: User) -> None:
    save(draft, camden_communicator, factory.RED + " More later.")
    save(draft, camden_communicator, factory.RED + " More soon.")
    assert AuditEvent.objects.get(action="post.helped-with").actor == camden_communicator


def test_who_helped_hears_of_no_rung(draft: Post, camden_communicator: User) -> None:
    save(draft, camden_communicator, factory.RED + " More later.")
    send(draft)
    assert not camden_communicator.notices.filter(kind="ladder").exists()
