"""The only writer of `Post.status`."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from governance import audit
from posts.domain.workflow import ENDED, Move, PostAction, find_transition
from posts.models import Post, Transition
from posts.services.problems import PostMovedOn

if TYPE_CHECKING:
    from accounts.models import User


def apply_transition(
    post: Post, action: PostAction, *, actor: "User | None", at: datetime, note: str = "", **columns: Any
) -> Move:
    """Move the post by one row of the table, with its history and its audit event, inside the caller's transaction.

    `columns` are written in the same UPDATE. Raises PostMovedOn where the table has no such row, or where the post
    no longer stands as the caller read it; then nothing was written.
    """
    move = find_transition(post.status, action)
    if move is None:
        raise PostMovedOn(f"A post that is {post.status} cannot {action}.")
    if move.target in ENDED:
        columns.setdefault("ended_at", at)
    columns["status"] = move.target.value
    if as_read(post).update(**columns) != 1:
        raise PostMovedOn("Somebody moved this post before you. Nothing you did was sent.")
    for name, value in columns.items():
        setattr(post, name, value)
    _write_history(post, move, actor, at, note)
    return move


def as_read(post: Post) -> QuerySet[Post]:
    """The post if its state, its revision and the verdict on it are still those the caller read."""
    return Post.objects.filter(
        pk=post.pk, status=post.status, current_revision=post.current_revision_id, assessment=post.assessment_id
    )


def _write_history(post: Post, move: Move, actor: "User | None", at: datetime, note: str) -> None:
    Transition.objects.create(
        post=post,
        revision_id=post.current_revision_id,
        source=move.source,
        action=move.action,
        target=move.target,
        actor=actor,
        note=note,
        at=at,
    )
    audit.record(
        f"post.{move.action}",
        actor=actor,
        obj=post,
        unit_slug=post.unit.slug,
        payload={
            "from": move.source,
            "to": move.target,
            "revision": post.current_revision_id,
            "assessment": post.assessment_id,
            "note": note,
        },
    )
