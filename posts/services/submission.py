"""Sending a draft: it is examined, judged, cut into a revision, and goes where its light sends it."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import rules
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import selectors as people
from governance import audit
from governance.domain.rag import Release
from posts import outbox
from posts.domain.draft_content import DraftContent
from posts.domain.submission_rules import Problems, Target, examine
from posts.domain.urgency import urgency
from posts.domain.workflow import EDITABLE, PostAction, PostStatus
from posts.models import Assessment, Post, Revision
from posts.permissions import PostPermission
from posts.selectors.seen import media_seen_by
from posts.services import escalation
from posts.services.drafting import begin, headline
from posts.services.judging import Judged, judge, store
from posts.services.problems import DraftMovedOn, PostMovedOn, SubmissionRefused
from posts.services.revising import cut
from posts.services.transition import apply_transition

if TYPE_CHECKING:
    from accounts.models import SocialAccount, User

ACTION = {
    Release.GO: PostAction.SUBMIT_CLEAR,
    Release.TELL: PostAction.SUBMIT_CLEAR,
    Release.ASK: PostAction.SUBMIT_ASK,
    Release.STOP: PostAction.SUBMIT_HOLD,
}


def submit(post: Post, actor: "User", version: int, at: datetime) -> Post:
    """Send the draft as saved at `version`.

    Raises SubmissionRefused with errors by field, DraftMovedOn where the draft was saved since, PostMovedOn where the
    post is no longer a draft, PermissionDenied for anyone who may not send it. Nothing is half saved.
    """
    if not rules.has_perm(PostPermission.SUBMIT, actor, post):
        raise PermissionDenied("Only its author, or the SPOC or communicator of its unit, can send this post.")
    if post.status not in EDITABLE:
        raise PostMovedOn("This post was sent already.")
    content = DraftContent.from_json(post.draft.body)
    problems, chosen = _examine(post.author, content, at, actor)
    return _judge_and_send(post, actor, version, content, problems, chosen, at)


def begin_and_send(author: "User", content: DraftContent, at: datetime) -> Post:
    """Begin a post and send it at once. Where it is refused, as `drafting.start` and `submit` do, nothing is kept."""
    if not rules.has_perm(PostPermission.DRAFT, author):
        raise PermissionDenied("There is no account you may post from yet.")
    problems, chosen = _examine(author, content, at, author)
    post = begin(author, chosen[0].unit, content, {}, at)
    return _judge_and_send(post, author, post.draft.version, content, problems, chosen, at)


def _judge_and_send(
    post: Post,
    actor: "User",
    version: int,
    content: DraftContent,
    problems: Problems,
    chosen: "list[SocialAccount]",
    at: datetime,
) -> Post:
    judged = judge(content, author=post.author, unit=chosen[0].unit, accounts=chosen, at=at)
    post.unit = chosen[0].unit
    _send(post, actor, version, content, problems.earliest_at, judged, at)
    return post


@transaction.atomic(durable=True)
def _send(
    post: Post,
    actor: "User",
    version: int,
    content: DraftContent,
    earliest_at: datetime | None,
    judged: Judged,
    at: datetime,
) -> None:
    _take_version(post, version)
    revision = cut(post, content, actor, earliest_at, at)
    assessment = store(revision, judged, "submission", at)
    columns = _columns(content, revision, assessment, earliest_at, at) | {"unit": post.unit}
    apply_transition(post, ACTION[judged.verdict.release], actor=actor, at=at, **columns)
    audit.record(
        "post.submitted", actor=actor, obj=post, unit_slug=post.unit.slug, payload=_facts(revision, assessment)
    )
    if post.status == PostStatus.CLEARED:
        outbox.enqueue(revision, due_at=earliest_at or at)
    if post.status == PostStatus.WAITING:
        escalation.enter_queue(post, assessment, at)


def _take_version(post: Post, version: int) -> None:
    """Lock the post, then take the version of its draft: nobody saves it or sends it meanwhile."""
    if Post.objects.select_for_update().filter(pk=post.pk, status__in=EDITABLE).first() is None:
        raise PostMovedOn("This post was sent already.")
    taken = type(post.draft).objects.filter(pk=post.pk, version=version).update(version=version + 1)
    if taken != 1:
        raise DraftMovedOn("This draft was saved elsewhere since you opened it. Read it again, then send it.")
    post.draft.version = version + 1


def _columns(
    content: DraftContent, revision: Revision, assessment: Assessment, earliest_at: datetime | None, at: datetime
) -> dict[str, Any]:
    return {
        "current_revision": revision,
        "assessment": assessment,
        "light": assessment.light,
        "release": assessment.release,
        "headline": headline(content),
        "threat_to_life": content.threat_to_life,
        "urgency": urgency(assessment.light, assessment.topics, content.threat_to_life),
        "earliest_at": earliest_at,
        "late_choice": content.late_choice,
        "submitted_at": at,
        "queued_at": at,
        "judged_epoch": assessment.epoch,
        "must_acknowledge": False,
        "acknowledged_by": None,
        "acknowledged_at": None,
        "question_since": None,
    }


def _facts(revision: Revision, assessment: Assessment) -> dict[str, Any]:
    return {
        "revision": revision.number,
        "content_digest": revision.content_digest,
        "decision_digest": revision.decision_digest,
        "light": assessment.light,
        "release": assessment.release,
        "edition": assessment.edition,
        "classifier": assessment.classifier,
        "text_digest": assessment.text_digest,
    }


def _examine(
    author: "User", content: DraftContent, at: datetime, reader: "User"
) -> "tuple[Problems, list[SocialAccount]]":
    """Return what a draft comes to and the accounts chosen, or raise SubmissionRefused with all that is in the way."""
    accounts = list(people.accounts_to_post_from(author).order_by("pk"))
    targets = [Target(one.pk, one.name, one.channel, one.unit.name, one.unit_id) for one in accounts]
    problems = examine(content, targets, at)
    wanted = {picture.media for picture in content.pictures}
    if wanted and media_seen_by(reader).filter(pk__in=wanted).distinct().count() != len(wanted):
        problems.add("pictures", "One of the pictures is not there any more. Remove it and add it again.")
    if problems.errors:
        raise SubmissionRefused(problems.errors)
    return problems, [one for one in accounts if one.pk in content.accounts]
