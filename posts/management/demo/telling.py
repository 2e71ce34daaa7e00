"""Telling the story: every post is drafted, sent, decided and published by the services, at its own time."""

from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from accounts.services.demo_cast import Cast
from posts.domain.draft_content import DraftContent
from posts.management.demo.story import Told
from posts.models import Post, Publication
from posts.services import drafting, review, submission
from posts.services.publishing import publish_due

DECIDER = {"hackney": "communicator@hackney.demo", "dalston": "communicator@hackney.demo"}
A_WHILE = timedelta(minutes=6)


def tell(one: Told, cast: Cast) -> None:
    """Let one line of the story happen, unless it has before."""
    now = timezone.now()
    author, at = cast.people[one.author], now - timedelta(minutes=one.ago)
    if Post.objects.filter(author=author, headline=drafting.headline(_content(one, cast, at))).exists():
        return
    post = drafting.start(author, _content(one, cast, at), at - A_WHILE)
    Post.objects.filter(pk=post.pk).update(is_demo=True)
    if one.ends == "draft":
        return
    if one.ends == "abandon":
        drafting.abandon(post, author, at)
        return
    submission.submit(post, author, post.draft.version, at)
    _decide(_fresh(post), one, cast, at)
    _publish(at + A_WHILE + timedelta(hours=9 if one.ends == "expire" else 0), now)
    _afterwards(_fresh(post), one, cast, at + 2 * A_WHILE, now)


def _content(one: Told, cast: Cast, at: datetime) -> DraftContent:
    content = DraftContent(
        parts=(one.text,),
        accounts=(cast.board(one.board).pk,),
        public_domain=True if one.evidence else None,
        evidence=one.evidence,
        threat_to_life=one.ends == "threat",
    )
    if one.ends in ("schedule", "expire"):
        wait = timedelta(hours=16 if one.ends == "schedule" else 1)
        local = timezone.localtime(at + wait).strftime("%Y-%m-%d %H:%M")
        content = content.changed(when="later", wall_clock=local, late_choice="expire")
    return content


def _decide(post: Post, one: Told, cast: Cast, at: datetime) -> None:
    if post.status != "waiting" or one.ends not in ("approve", "return", "reject"):
        return
    person = cast.people[DECIDER.get(one.board, "communicator@camden.demo")]
    if one.author == "social@dmc.demo":
        person = cast.people["bureau@dmc.demo"]
    seen, soon = review.Seen(post.sent.decision_digest, post.verdict.pk), at + A_WHILE / 2
    if one.ends == "approve":
        review.approve(post, person, seen, soon, one.words)
    elif one.ends == "return":
        review.send_back(post, person, seen, soon, [], one.words)
    else:
        review.reject(post, person, seen, soon, [], one.words)


def _publish(at: datetime, now: datetime) -> None:
    """Publish what fell due by then, and let its times be those of the story."""
    at = min(at, now)
    if publish_due(now=at):
        ahead = Publication.objects.filter(settled_at__gt=at)
        ahead.update(sending_at=F("due_at"), settled_at=F("due_at") + timedelta(seconds=1))


def _afterwards(post: Post, one: Told, cast: Cast, at: datetime, now: datetime) -> None:
    if one.ends == "acknowledge" and post.must_acknowledge:
        review.acknowledge(post, cast.people[_other(one)], at)
    if one.ends == "withdraw":
        review.withdraw(post, cast.people[one.author], at, one.words)
        _publish(at + A_WHILE, now)


def _other(one: Told) -> str:
    return "bureau@dmc.demo" if one.author == "social@dmc.demo" else "communicator@camden.demo"


def _fresh(post: Post) -> Post:
    return Post.objects.select_related("unit", "author", "assessment", "current_revision").get(pk=post.pk)
