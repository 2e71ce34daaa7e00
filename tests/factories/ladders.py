"""Red and amber posts on Camden's ladders, and what has become of their rungs."""

from datetime import UTC, datetime, timedelta
from typing import Any

from accounts.models import Notice, User
from governance.models import AuditEvent
from posts.models import Post
from tests.factories.places import unit
from tests.factories.waiting import waiting_post

FRIDAY_AT_TWO = datetime(2026, 11, 20, 14, tzinfo=UTC)
BEFORE_CLOSING = datetime(2026, 11, 20, 17, 45, tzinfo=UTC)
FRIDAY_NIGHT = datetime(2026, 11, 20, 22, tzinfo=UTC)
MONDAY_AT_EIGHT = datetime(2026, 11, 23, 8, tzinfo=UTC)


def red(author: User, at: datetime = FRIDAY_AT_TWO, **columns: Any) -> Post:
    """Return a red post of Camden that waits for a decision since this moment."""
    return waiting_post(author, unit("camden"), at, **columns)


def amber(author: User, at: datetime = FRIDAY_AT_TWO, **columns: Any) -> Post:
    """Return an amber post of Camden that waits for a decision since this moment."""
    return waiting_post(author, unit("camden"), at, light="amber", **columns)


def after(minutes: float, start: datetime = FRIDAY_AT_TWO) -> datetime:
    """Return the moment so many minutes after the post was queued."""
    return start + timedelta(minutes=minutes)


def told(post: Post) -> dict[int, set[str]]:
    """Return who was told of this post, rung by rung."""
    found: dict[int, set[str]] = {}
    for notice in Notice.objects.filter(key__startswith=f"ladder:{post.pk}:").select_related("user"):
        found.setdefault(int(notice.key.rsplit(":", 1)[1]), set()).add(notice.user.display_name)
    return found


def states(post: Post) -> list[str]:
    """Return the state of each rung, the earliest stay first."""
    return list(post.ladder_steps.order_by("queued_at", "number").values_list("state", flat=True))


def events(action: str, post: Post) -> int:
    """Return how many events of this name the record has of this post."""
    return AuditEvent.objects.filter(action=action, object_type="post", object_id=str(post.pk)).count()
