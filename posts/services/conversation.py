"""What people say to each other about a post, and whom that reaches."""

from datetime import datetime
from typing import TYPE_CHECKING

import rules
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.services import notices
from governance import audit
from posts.domain.workflow import PostStatus
from posts.models import Comment, Post
from posts.permissions import PostPermission
from posts.services import escalation
from posts.services.naming import called
from posts.services.problems import PostMovedOn, ReasonMissing

if TYPE_CHECKING:
    from accounts.models import User

REMARK, QUESTION, ANSWER = "remark", "question", "answer"
LONGEST = 2_000
SUBJECTS = {
    REMARK: "{who} wrote about {what}",
    QUESTION: "{who} asks about {what}",
    ANSWER: "{who} answered about {what}",
}


@transaction.atomic(durable=True)
def comment(post: Post, actor: "User", text: str, at: datetime) -> Comment:
    """Say something about a post. What its author says while a question is open is the answer; the clock goes on.

    Tells everybody who took part: the author, whoever claimed, decided or wrote here before.
    """
    if not rules.has_perm(PostPermission.COMMENT, actor, post):
        raise PermissionDenied("You cannot write about this post.")
    answers = post.question_since is not None and post.author_id == actor.pk
    said = _write(post, actor, ANSWER if answers else REMARK, text, at)
    if answers:
        escalation.resume(post, at)
    return said


@transaction.atomic(durable=True)
def ask_author(post: Post, actor: "User", text: str, at: datetime) -> Comment:
    """Ask the author of a waiting post something; the clock of an amber one stands still until the answer."""
    if not rules.has_perm(PostPermission.DECIDE, actor, post):
        raise PermissionDenied("Only somebody who may decide this post can put a question to its author.")
    if Post.objects.filter(pk=post.pk, status=PostStatus.WAITING).count() != 1:
        raise PostMovedOn("This post does not wait for a decision any more.")
    said = _write(post, actor, QUESTION, text, at)
    escalation.pause(post, at)
    return said


def _write(post: Post, actor: "User", kind: str, text: str, at: datetime) -> Comment:
    words = text.strip()[:LONGEST]
    if not words:
        raise ReasonMissing("Write something first.")
    said = Comment.objects.create(post=post, author=actor, kind=kind, text=words, at=at)
    audit.record(
        f"post.{kind}-made",
        actor=actor,
        obj=post,
        unit_slug=post.unit.slug,
        payload={"comment": said.pk, "text": words},
    )
    subject = SUBJECTS[kind].format(who=actor, what=called(post))
    notices.tell(
        _who_took_part(post, actor),
        key=f"comment:{said.pk}",
        kind=kind,
        subject=subject,
        body="Read it and answer on the page of the post.",
        url=f"/posts/{post.pk}/#conversation",
        light=post.light,
    )
    return said


def _who_took_part(post: Post, actor: "User") -> "set[User]":
    wrote = {one.author for one in post.comments.select_related("author")}
    decided = {one.reviewer for one in post.reviews.select_related("reviewer")}
    claimed = {post.claimed_by} if post.claimed_by else set()
    everybody = {post.author} | wrote | decided | claimed
    return {
        person for person in everybody if person.pk != actor.pk and rules.has_perm(PostPermission.SEE, person, post)
    }
