"""Decisions on the desk, each bound to the digest and the verdict that were looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import rules
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import selectors as people
from accounts.domain.roles import MAY_EVER_DECIDE
from accounts.services import notices
from governance import audit
from governance.domain.record import JSON
from governance.selectors import edition_in_force
from posts import outbox
from posts.domain.release import is_late
from posts.domain.workflow import PostAction, PostStatus
from posts.models import Post, Review
from posts.permissions import PostPermission
from posts.services import escalation
from posts.services.naming import called
from posts.services.problems import HeldByAStop, PostMovedOn, ReasonMissing, TimeHasPassed
from posts.services.transition import apply_transition

if TYPE_CHECKING:
    from accounts.models import User

UNDO = timedelta(seconds=10)
NO_CLAIM = {"claimed_by": None, "claimed_until": None}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person was looking at when they decided: the revision's digest and the verdict's id."""

    decision_digest: str
    assessment: int


@transaction.atomic(durable=True)
def approve(post: Post, actor: "User", seen: Seen, at: datetime, note: str = "") -> Review:
    """Approve exactly what was seen. It goes out ten seconds later or at its time; until then `undo` brings it back."""
    _require_decider(post, actor, seen)
    if post.release == "stop":
        raise HeldByAStop("A stop is in force: no approval releases this post.")
    _refuse_where_a_new_time_is_wanted(post, at)
    review = _write(post, actor, "approve", at, note=note)
    apply_transition(post, PostAction.APPROVE, actor=actor, at=at, note=note, **NO_CLAIM)
    outbox.enqueue(post.sent, due_at=max(at + UNDO, post.earliest_at or at))
    escalation.leave_queue(post, at)
    _tell_author(post, actor, "approved", f"Approved by {actor}: {called(post)}", note, at)
    return review


@transaction.atomic(durable=True)
def undo(post: Post, actor: "User", at: datetime) -> None:
    """Bring one's own approval back before anything was sent."""
    last = post.reviews.filter(revision=post.current_revision_id).order_by("-pk").first()
    if last is None or last.decision != "approve" or last.reviewer_id != actor.pk:
        raise PermissionDenied("Only the person who approved this can undo it.")
    _write(post, actor, "undo", at)
    apply_transition(post, PostAction.UNDO, actor=actor, at=at, queued_at=at)
    outbox.cancel(post.sent)
    escalation.enter_queue(post, post.verdict, at)


@transaction.atomic(durable=True)
def send_back(post: Post, actor: "User", seen: Seen, at: datetime, reasons: Sequence[str], note: str) -> Review:
    """Return a post to its author for changes; a reason or a sentence is required."""
    return _refuse(post, actor, seen, at, PostAction.RETURN, reasons, note)


@transaction.atomic(durable=True)
def reject(post: Post, actor: "User", seen: Seen, at: datetime, reasons: Sequence[str], note: str) -> Review:
    """Reject a post for good; a reason or a sentence is required."""
    return _refuse(post, actor, seen, at, PostAction.REJECT, reasons, note)


@transaction.atomic(durable=True)
def acknowledge(post: Post, actor: "User", at: datetime) -> Review:
    """Take note of a post that went out as `tell`; its ladder ends here."""
    if not rules.has_perm(PostPermission.ACKNOWLEDGE, actor, post):
        raise PermissionDenied("You cannot acknowledge this post.")
    if not _take_note(post, actor, at):
        raise PostMovedOn("Somebody acknowledged this before you.")
    escalation.leave_queue(post, at)
    review = _write(post, actor, "acknowledge", at)
    _record("post.acknowledged", review)
    return review


@transaction.atomic(durable=True)
def withdraw(post: Post, actor: "User", at: datetime, note: str) -> Review:
    """Take down everything of this post that is out and send nothing more of it, with the reason on record.

    Whoever could have acknowledged it has taken note of it by withdrawing it.
    """
    if not rules.has_perm(PostPermission.WITHDRAW, actor, post):
        raise PermissionDenied("You cannot withdraw this post.")
    if not note.strip():
        raise ReasonMissing("Say why it is withdrawn.")
    if not _take_off(post, at):
        raise PostMovedOn("Nothing of this post is out.")
    if rules.has_perm(PostPermission.ACKNOWLEDGE, actor, post):
        _take_note(post, actor, at)
    escalation.leave_queue(post, at)
    review = _write(post, actor, "withdraw", at, note=note)
    _record("post.withdrawn", review)
    _tell_author(post, actor, "withdrawn", f"Withdrawn by {actor}: {called(post)}", note, at)
    return review


def _take_note(post: Post, actor: "User", at: datetime) -> bool:
    """Mark a told post acknowledged, if nobody has."""
    waiting = Post.objects.filter(pk=post.pk, must_acknowledge=True, acknowledged_at=None)
    return waiting.update(acknowledged_by=actor, acknowledged_at=at) == 1


def _refuse_where_a_new_time_is_wanted(post: Post, at: datetime) -> None:
    grace = edition_in_force(at).edition.schedule_grace_minutes
    if post.earliest_at and post.late_choice == "reschedule" and is_late(post.earliest_at, grace, at):
        raise TimeHasPassed("Its time has passed, and its author chose to set a new one. Return it, so that they can.")


def _take_off(post: Post, at: datetime) -> bool:
    """Take down what is out of a released post, and take back what still waits for its turn.

    The post is locked first, as by whoever begins a send of it: either that send is seen here, or it sees this.
    """
    if Post.objects.select_for_update().filter(pk=post.pk, status=PostStatus.RELEASED).first() is None:
        return False
    waiting = outbox.cancel(post.sent)
    return bool(outbox.enqueue_deletion(post.sent, due_at=at)) or waiting > 0


def _refuse(
    post: Post, actor: "User", seen: Seen, at: datetime, action: PostAction, reasons: Sequence[str], note: str
) -> Review:
    _require_decider(post, actor, seen)
    if not reasons and not note.strip():
        raise ReasonMissing("Say what should change." if action is PostAction.RETURN else "Say why it is rejected.")
    review = _write(post, actor, action.value, at, reasons=reasons, note=note)
    apply_transition(post, action, actor=actor, at=at, note=note, **NO_CLAIM)
    escalation.leave_queue(post, at)
    said = "; ".join([*reasons, note] if note.strip() else reasons)
    _tell_author(post, actor, review.decision, f"{DONE[action]} by {actor}: {called(post)}", said, at)
    return review


DONE = {PostAction.RETURN: "Returned", PostAction.REJECT: "Rejected"}


def _require_decider(post: Post, actor: "User", seen: Seen) -> None:
    if not rules.has_perm(PostPermission.DECIDE, actor, post):
        raise PermissionDenied("You cannot decide this post: its author, and whoever changed it, never can.")
    revision = post.current_revision
    if revision is None or seen.decision_digest != revision.decision_digest or seen.assessment != post.assessment_id:
        raise PostMovedOn("This post changed after you opened it. Read it again, then decide.")


def _write(
    post: Post, actor: "User", decision: str, at: datetime, *, reasons: Sequence[str] = (), note: str = ""
) -> Review:
    roles = sorted(people.roles_for(actor, post.unit) & MAY_EVER_DECIDE)
    return Review.objects.create(
        post=post,
        revision=post.sent,
        assessment=post.verdict,
        decision_digest=post.sent.decision_digest,
        decision=decision,
        reviewer=actor,
        role=roles[0] if roles else "officer",
        reasons=list(reasons),
        note=note,
        made_at=at,
    )


def _record(action: str, review: Review) -> None:
    """The event of a decision that moves the post to no other state."""
    payload: dict[str, JSON] = {"review": review.pk, "revision": review.revision_id, "note": review.note}
    audit.record(action, actor=review.reviewer, obj=review.post, unit_slug=review.post.unit.slug, payload=payload)


def _tell_author(post: Post, actor: "User", kind: str, subject: str, body: str, at: datetime) -> None:
    if post.author_id != actor.pk:
        key = f"{kind}:{post.pk}:{at.isoformat()}"
        notices.tell([post.author], key=key, kind=kind, subject=subject, body=body, url=f"/posts/{post.pk}/")
