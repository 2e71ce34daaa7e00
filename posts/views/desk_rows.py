"""The rows of the desk as components/_desk_row.html takes them: words from the domain, addresses from here."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from accounts import selectors as people
from governance.domain.rag import Rag
from posts.domain import desk_words, ladder_words
from posts.domain.desk_asked import Asked
from posts.domain.ladder_view import LadderView
from posts.domain.workflow import PostStatus
from posts.models import Post, Review
from posts.selectors.desk_facts import Facts, verdict_of

if TYPE_CHECKING:
    from accounts.models import User

Row = dict[str, Any]
DECISIONS = {
    "approve": "Approved",
    "return": "Returned",
    "reject": "Rejected",
    "acknowledge": "Acknowledged",
    "withdraw": "Withdrawn",
    "undo": "Approval taken back",
}


def row(post: Post, person: "User", facts: Facts, asked: Asked, now: datetime) -> Row:
    """One post on the desk."""
    is_held = post.status == PostStatus.HELD
    verdict = verdict_of(post.assessment)
    at = post.queued_at if is_held else facts.published.get(post.pk)
    occasion = post.assessment.occasion if post.assessment else ""
    return {
        "id": f"post-{post.pk}",
        "number": post.pk,
        "rag": post.light,
        "light_note": desk_words.light_note(post.status, post.light, occasion, at, now),
        "topic": desk_words.about(verdict, facts.edition, post.threat_to_life),
        "text": post.headline or "A picture without words",
        "url": reverse("desk-item", args=[post.pk]),
        "place": facts.places.get(post.current_revision_id or 0) or post.unit.name,
        "author": desk_words.author(str(post.author), post.author.level),
        "wait": _wait(facts.ladders.get(post.pk)),
        "wait_text": _goes_out(post, now),
        "wait_note": desk_words.waits_for(verdict) if is_held else "",
        "threat_to_life": post.threat_to_life,
        "claim": None if is_held else _claim(post, person, facts, asked, now),
    }


def decided_row(review: Review, facts: Facts, now: datetime) -> Row:
    """One decision of today."""
    verdict = verdict_of(review.assessment)
    return {
        "id": f"decision-{review.pk}",
        "rag": review.assessment.light,
        "light_note": f"{DECISIONS[review.decision].lower()} {ladder_words.moment(review.made_at, now)}",
        "topic": desk_words.about(verdict, facts.edition, review.post.threat_to_life),
        "text": review.post.headline or "A picture without words",
        "url": reverse("desk-item", args=[review.post_id]),
        "place": facts.places.get(review.revision_id) or review.post.unit.name,
        "author": desk_words.author(str(review.post.author), review.post.author.level),
        "wait_text": f"{DECISIONS[review.decision]} by {review.reviewer}",
        "wait_note": review.note or "; ".join(review.reasons),
        "claim": None,
    }


def _wait(ladder: LadderView | None) -> Row | None:
    if ladder is None:
        return None
    names = ("label", "elapsed", "whole", "ticks", "note", "paused")
    return {name: getattr(ladder, name) for name in names}


def _goes_out(post: Post, now: datetime) -> str:
    if post.earliest_at and post.earliest_at > now:
        return f"Scheduled {ladder_words.moment(post.earliest_at, now)}"
    return f"Waits since {ladder_words.moment(post.queued_at, now)}" if post.queued_at else ""


def _claim(post: Post, person: "User", facts: Facts, asked: Asked, now: datetime) -> Row:
    if not _may_decide(post, person, facts):
        topics = post.assessment.topics if post.assessment else []
        name = desk_words.decided_by(facts.edition, post.light, topics)
        return {"kind": "other", "name": name[:1].upper() + name[1:], "note": "decides this"}
    if post.must_acknowledge and post.status != PostStatus.WAITING:
        return {"kind": "button", "label": "Acknowledge", "url": _do("desk-acknowledge", post, asked), "key": "a"}
    if post.claimed_by is None or post.claimed_until is None or post.claimed_until <= now:
        return {"kind": "button", "label": "Claim", "url": _do("desk-claim", post, asked), "key": "c"}
    note = _asked_or_left(post, post.claimed_until, now)
    if post.claimed_by == person:
        return {"kind": "you", "note": note, "release_url": _do("desk-release", post, asked)}
    return {"kind": "other", "name": str(post.claimed_by), "note": note}


def _asked_or_left(post: Post, until: datetime, now: datetime) -> str:
    if post.question_since:
        return f"asked {ladder_words.moment(post.question_since, now)}"
    return desk_words.time_left(until, now)


def _may_decide(post: Post, person: "User", facts: Facts) -> bool:
    topics = post.assessment.topics if post.assessment else []
    roles = people.roles_for(person, post.unit)
    return any(facts.edition.may_decide(Rag(post.light), topics, role) for role in roles)


def _do(view: str, post: Post, asked: Asked) -> str:
    return f"{reverse(view, args=[post.pk])}?{urlencode({'from': 'desk', **asked.parameters()})}"
