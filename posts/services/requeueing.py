"""Putting a post that was cleared or held back before a person, with the new verdict and its ladder."""

from datetime import datetime

from accounts.services import notices
from posts import outbox
from posts.domain.urgency import urgency
from posts.domain.workflow import PostAction
from posts.models import Assessment, Post
from posts.services import escalation
from posts.services.naming import called
from posts.services.transition import apply_transition

LIGHT_CHANGED = "It was judged again before it went out, and somebody must decide it anew. Sign in to read why."
STOPPED = "A stop is in force, so it does not go out. It is judged again when the stop ends. Sign in to read why."


def verdict_columns(post: Post, assessment: Assessment) -> dict[str, object]:
    """Return the columns that repeat a verdict on its post."""
    return {
        "assessment": assessment,
        "light": assessment.light,
        "release": assessment.release,
        "urgency": urgency(assessment.light, assessment.topics, post.threat_to_life),
        "judged_epoch": assessment.epoch,
    }


def ask_again(post: Post, assessment: Assessment, reason: str, at: datetime) -> None:
    """Return a cleared or held post to the desk, inside the caller's transaction: author and decider are told."""
    columns = verdict_columns(post, assessment) | {"queued_at": at, "claimed_by": None, "claimed_until": None}
    apply_transition(post, PostAction.ASK_AGAIN, actor=None, at=at, note=reason, **columns)
    outbox.cancel(post.sent)
    escalation.leave_queue(post, at)
    escalation.enter_queue(post, assessment, at)
    _tell_of(post, "back-on-desk", f"Back on the desk: {called(post)}", LIGHT_CHANGED, at)


def hold(post: Post, assessment: Assessment, reason: str, at: datetime) -> None:
    """Hold a waiting or cleared post while a stop is in force, inside the caller's transaction."""
    apply_transition(
        post, PostAction.HOLD, actor=None, at=at, note=reason, **verdict_columns(post, assessment), queued_at=at
    )
    outbox.cancel(post.sent)
    escalation.leave_queue(post, at)
    _tell_of(post, "held", f"Held: {called(post)}", STOPPED, at)


def _tell_of(post: Post, kind: str, subject: str, body: str, at: datetime) -> None:
    decided = post.reviews.filter(revision=post.current_revision, decision="approve").select_related("reviewer")
    people = {post.author, *(review.reviewer for review in decided)}
    key = f"{kind}:{post.pk}:{at.isoformat()}"
    notices.tell(people, key=key, kind=kind, subject=subject, body=body, url=f"/posts/{post.pk}/", light=post.light)
