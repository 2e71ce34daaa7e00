"""The words of a ladder's notices. Templates carry them; no text of the post stands in them."""

from datetime import datetime

from django.template.loader import render_to_string

from governance.domain.edition import Edition
from governance.domain.escalation import Step
from posts.domain import ladder_words
from posts.domain.desk_words import lower
from posts.models import LadderStep, Post

INFORMATION, ACKNOWLEDGE, DECIDE = "information", "acknowledge", "decide"


def words(
    rung: LadderStep, step: Step, after: tuple[Step, datetime] | None, edition: Edition, now: datetime
) -> tuple[str, str]:
    """Subject and body of what the audience of this rung is told: the template's first line, and the rest."""
    post, own = rung.post, rung.post.unit.has_communicator_of_its_own
    said = {
        "post": post,
        "light": post.light.capitalize(),
        "about": ", ".join(_topics(post, edition)),
        "entered": ladder_words.moment(rung.queued_at, now),
        "waited": ladder_words.waited(now - rung.queued_at) if rung.number > 1 else "",
        "claimed": _is_claimed(post, now) and ladder_words.moment(post.claimed_until or now, now),
        "next": after and lower(ladder_words.who(after[0].audience, own)),
        "next_at": after and ladder_words.moment(after[1], now),
    }
    text = render_to_string(f"posts/email/ladder_{_ask(post, step)}.txt", said)
    subject, _, body = text.strip().partition("\n")
    return subject.strip(), body.strip()


def _ask(post: Post, step: Step) -> str:
    if step.information:
        return INFORMATION
    return ACKNOWLEDGE if post.must_acknowledge else DECIDE


def _topics(post: Post, edition: Edition) -> list[str]:
    slugs = post.assessment.topics if post.assessment else []
    return [edition.topics[slug].name for slug in slugs if slug in edition.topics]


def _is_claimed(post: Post, now: datetime) -> bool:
    return post.claimed_until is not None and post.claimed_until > now
