"""How a text fits each channel it is meant for, in words and lengths for a bar."""

from collections.abc import Iterable
from dataclasses import dataclass

from posts.domain.channel_names import channel_name
from posts.domain.content_limits import length, limit
from posts.domain.draft_content import DraftContent


@dataclass(frozen=True, slots=True)
class Fit:
    """One channel: `limit` is 0 where none is known."""

    slug: str
    channel: str
    used: int
    limit: int

    @property
    def over(self) -> bool:
        """Whether the channel would refuse it for its length."""
        return bool(self.limit) and self.used > self.limit

    @property
    def left(self) -> str:
        """42 left, 20 too many, no limit."""
        if not self.limit:
            return "no limit"
        return f"{self.used - self.limit:,} too many" if self.over else f"{self.limit - self.used:,} left"

    @property
    def said(self) -> str:
        """238 of 280, as X counts it."""
        return (
            f"{self.used:,} of {self.limit:,}, as {self.channel} counts it"
            if self.limit
            else f"{self.used:,}, no limit"
        )


def fits(content: DraftContent, channels: Iterable[str]) -> list[Fit]:
    """Each channel once, in the order given."""
    return [_fit(content, slug) for slug in dict.fromkeys(channels)]


def _fit(content: DraftContent, slug: str) -> Fit:
    used = length(slug, content.text_for(slug), content.content_warning)
    return Fit(slug, channel_name(slug), used, limit(slug) or 0)
