"""The last check before the network: what was cleared is judged again with what is in force now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.services import notices
from governance import selectors as policy
from governance.domain.rag import Assessment as Verdict
from governance.domain.rag import Release
from posts.domain.release import Outcome, decide, is_late
from posts.domain.workflow import PostAction, PostStatus
from posts.models import Assessment, Post, Publication, Review
from posts.services import escalation, requeueing
from posts.services.judging import Judged, judge_sent, store
from posts.services.naming import called
from posts.services.transition import apply_transition


@dataclass(frozen=True)
class Check:
    """What the last check says of one publication, why, and the epoch for which it holds."""

    outcome: Outcome
    epoch: int
    reason: str
    judged: Judged | None


def check(publication: Publication, at: datetime) -> Check:
    """Judge a claimed publication's revision again. No transaction, no change."""
    standing = policy.standing(at)
    post = Post.objects.select_related("unit", "author", "assessment", "current_revision").get(
        pk=publication.revision.post_id
    )
    if (
        post.status not in (PostStatus.CLEARED, PostStatus.RELEASED)
        or post.current_revision_id != publication.revision_id
    ):
        return Check(Outcome.CANCEL, 0, "The post was changed or taken back before it was sent", None)
    judged = judge_sent(publication.revision, post, standing, at)
    decisions = _decisions(post)
    outcome, reason = decide(
        judged.verdict,
        cleared_on=_cleared_on(post, decisions),
        approved=_is_approved(post, decisions),
        bypassed=post.bypasses.filter(revision=post.current_revision_id).exists(),
        late=_is_late(post, publication, judged, at),
        late_choice=post.late_choice,
    )
    return Check(outcome, judged.epoch, reason, judged)


@transaction.atomic(durable=True)
def act_on(publication: Publication, checked: Check, at: datetime) -> None:
    """Carry out a check that did not say send: the post goes where the new verdict sends it.

    A post some part of which is out already keeps its state; only its author and the desk are told. The caller settles
    the publication row itself.
    """
    post = Post.objects.select_related("unit", "author", "current_revision").get(pk=publication.revision.post_id)
    if checked.judged is None or post.status != PostStatus.CLEARED:
        if post.status == PostStatus.RELEASED:
            _tell_stopped(post, publication, at)
        return
    assessment = store(post.sent, checked.judged, "release", at)
    if checked.outcome is Outcome.HOLD:
        requeueing.hold(post, assessment, checked.reason, at)
    elif checked.outcome is Outcome.ASK:
        requeueing.ask_again(post, assessment, checked.reason, at)
    elif checked.outcome is Outcome.EXPIRE:
        apply_transition(post, PostAction.EXPIRE, actor=None, at=at, note=checked.reason)
        escalation.leave_queue(post, at)
        _tell_stopped(post, publication, at)


def on_release(post: Post, checked: Check, at: datetime) -> None:
    """Mark a post released because its first send begins, inside that transaction; a `tell` must be acknowledged."""
    columns: dict[str, Any] = {}
    tells = checked.judged is not None and checked.judged.verdict.release is Release.TELL
    if tells and not _is_approved(post, _decisions(post)):
        columns = {"must_acknowledge": True, "release": Release.TELL.value, "queued_at": at}
    apply_transition(post, PostAction.RELEASE, actor=None, at=at, **columns)
    if columns:
        escalation.enter_queue(post, post.verdict, at)


def is_withdrawn(post: Post) -> bool:
    """Whether somebody withdrew what was released: from then on nothing more of it goes out, whatever a row says."""
    return post.reviews.filter(revision=post.current_revision_id, decision="withdraw").exists()


def _decisions(post: Post) -> list[Review]:
    """The decisions on what is to be sent, the latest first."""
    return list(post.reviews.filter(revision=post.current_revision_id).select_related("assessment").order_by("-pk"))


def _cleared_on(post: Post, decisions: list[Review]) -> Verdict:
    review = next((one for one in decisions if one.decision == "approve"), None)
    stored: Assessment = review.assessment if review else post.verdict
    return Verdict.from_json(stored.body)


def _is_approved(post: Post, decisions: list[Review]) -> bool:
    last = decisions[0] if decisions else None
    digest = post.current_revision.decision_digest if post.current_revision else ""
    return last is not None and last.decision == "approve" and last.decision_digest == digest


def _is_late(post: Post, publication: Publication, judged: Judged, at: datetime) -> bool:
    """By its author's time, not by the row's: that is put off by a late approval and by every try."""
    grace = policy.read_edition(judged.edition_digest).schedule_grace_minutes
    return is_late(post.earliest_at or publication.due_at, grace, at)


def _tell_stopped(post: Post, publication: Publication, at: datetime) -> None:
    body = f"Nothing was sent to {publication.account}. Sign in to read why."
    key = f"stopped:{publication.pk}:{at.isoformat()}"
    subject = f"Not sent to {publication.account}: {called(post)}"
    notices.tell([post.author], key=key, kind="stopped", subject=subject, body=body, url=f"/posts/{post.pk}/")
