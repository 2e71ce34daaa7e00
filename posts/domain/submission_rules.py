"""What must be true of a draft before it can be sent, as questions about plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from posts.domain import wall_clock
from posts.domain.content_limits import remaining
from posts.domain.draft_content import DraftContent

LONGEST = 10_000


@dataclass(frozen=True)
class Target:
    """One account as far as these rules need it."""

    pk: int
    name: str
    channel: str
    unit: str
    unit_number: int = 0


@dataclass
class Problems:
    """Errors by field, in the words of the page, and the time the post is meant to go out."""

    errors: dict[str, list[str]] = field(default_factory=dict)
    earliest_at: datetime | None = None
    offer: str = ""

    def add(self, name: str, words: str) -> None:
        """Note one thing to put right."""
        self.errors.setdefault(name, []).append(words)


def examine(content: DraftContent, allowed: Sequence[Target], now: datetime) -> Problems:
    """Return everything that stands in the way of sending this content to these accounts."""
    problems = Problems()
    _accounts(content, allowed, problems)
    _text(content, {one.channel: one for one in allowed if one.pk in content.accounts}, problems)
    _declared(content, problems)
    _pictures(content, problems)
    _time(content, now, problems)
    return problems


def _accounts(content: DraftContent, allowed: Sequence[Target], problems: Problems) -> None:
    chosen = [one for one in allowed if one.pk in content.accounts]
    if not content.accounts:
        problems.add("accounts", "Choose at least one account to post to.")
    if len(chosen) != len(set(content.accounts)):
        problems.add("accounts", "You cannot post from one of the accounts chosen. Choose again.")
    units = sorted({(one.unit, one.unit_number) for one in chosen})
    if len(units) > 1:
        names = " and ".join(name for name, _ in units)
        problems.add("accounts", f"{names} need a post each. Choose the accounts of one of them.")


def _text(content: DraftContent, channels: Mapping[str, Target], problems: Problems) -> None:
    if not any(part.strip() for part in content.parts):
        problems.add("text", "Write what you want to say.")
    if any(len(text) > LONGEST for text in (*content.texts(), *content.texts_beside())):
        problems.add("text", f"Shorten the text: {LONGEST:,} characters is the longest the portal reads.")
        return
    for channel in channels:
        left = remaining(channel, content.text_for(channel), content.content_warning)
        if left is not None and left < 0:
            problems.add(
                "text", f"Shorten the text by {-left} for {channel.capitalize()}, as {channel.capitalize()} counts it."
            )


def _declared(content: DraftContent, problems: Problems) -> None:
    if content.public_domain and not content.evidence.strip():
        problems.add("evidence", "Say where this was made public.")


def _pictures(content: DraftContent, problems: Problems) -> None:
    for number, picture in enumerate(content.pictures, start=1):
        if not picture.alt.strip():
            problems.add(f"picture-{picture.media}-alt", f"Describe picture {number} for people who cannot see it.")


def _time(content: DraftContent, now: datetime, problems: Problems) -> None:
    if content.when != "later":
        return
    try:
        read = wall_clock.read(content.wall_clock)
    except wall_clock.WallClockRefused as refusal:
        problems.add("wall_clock", str(refusal))
        problems.offer = refusal.offer
        return
    if read.moment <= now:
        problems.add("wall_clock", "Choose a time that is still to come.")
    problems.earliest_at = read.moment
