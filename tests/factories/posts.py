"""Posts in every state, reached by walking the real services."""

from typing import Any

from django.utils import timezone

from accounts.models import SocialAccount, User
from posts.domain.draft_content import DraftContent
from posts.domain.workflow import EDITABLE
from posts.models import Post
from posts.services import drafting, review, submission

GREEN = (
    "Bike marking at Kentish Town station this morning, 10 to 12. Bring your bike along and we will mark it for free."
)
AMBER = "Thank you to Camden Council trading standards for joining us on our joint operation on Chalk Farm Road today."
RED = (
    "A 31-year-old man has been charged with robbery on Fortess Road and appears at Highbury Corner Magistrates' Court."
)


def draft(author: User, account: SocialAccount, text: str = GREEN, **stated: Any) -> Post:
    """Return a draft of this text for this account; `stated` are fields of DraftContent."""
    content = DraftContent(parts=(text,), accounts=(account.pk,), **stated)
    return drafting.start(author, content, timezone.now())


def sent(author: User, account: SocialAccount, text: str = GREEN, **stated: Any) -> Post:
    """Return a post that its author sent; where it stands follows from its light."""
    post = draft(author, account, text, **stated)
    submission.submit(post, author, post.draft.version, timezone.now())
    return fresh(post)


def approved(author: User, account: SocialAccount, decider: User, text: str = RED) -> Post:
    """Return a post that this decider approved and that has not gone out yet."""
    post = sent(author, account, text)
    review.approve(post, decider, seen(post), timezone.now())
    return fresh(post)


def seen(post: Post) -> review.Seen:
    """Return what somebody looking at this post sees: its digest and its verdict."""
    assert post.current_revision is not None
    assert post.assessment_id is not None
    return review.Seen(post.current_revision.decision_digest, post.assessment_id)


def fresh(post: Post) -> Post:
    """Return the post as the database has it now."""
    return Post.objects.select_related("unit", "author", "assessment", "current_revision", "draft").get(pk=post.pk)


def resent(post: Post, text: str, **stated: Any) -> Post:
    """Return a post whose author changed it after it was returned, or took it back, and sent it again."""
    now = timezone.now()
    if fresh(post).status not in EDITABLE:
        drafting.reopen(fresh(post), post.author, now)
    standing = fresh(post)
    content = DraftContent.from_json(standing.draft.body).changed(parts=(text,), **stated)
    version = drafting.autosave(standing, post.author, content, standing.draft.version, now)
    submission.submit(fresh(post), post.author, version, now)
    return fresh(post)
