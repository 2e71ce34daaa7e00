"""How long a text may be on each channel, counted as that channel counts.

Mastodon: 500 clusters with the content warning; a link counts 23, a mention without its server. X: weight 280 after its
published configuration 3 (100 for the ranges below, 200 for the rest and for an emoji, scaled by 100; a link 23).
Bluesky: 300 clusters. The noticeboard: 2,000 characters. Facebook: 63,206. A channel not named here sets no limit.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from posts.domain.graphemes import graphemes, is_emoji

LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\"'.,;:!?)\]]", re.IGNORECASE)
LINK_LENGTH = 23
BARE_LINK = re.compile(
    r"(?<![@\w./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
    r"(?:com|org|net|info|biz|london|police|news|tv|co|uk|eu|ie|fr|de|jp|us|scot|wales|gov|edu|int|io|app|me)"
    r"(?![\w-])(?:/[^\s<>\"]*[^\s<>\"'.,;:!?)\]])?",
    re.IGNORECASE,
)
FULL_MENTION = re.compile(r"(?<![\w/])(@\w+(?:[\w.-]*\w)?)@[\w.-]*\w")
X_LIGHT_RANGES = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


@dataclass(frozen=True, slots=True)
class LengthRule:
    """The most a channel takes, and how it counts."""

    most: int
    count: Callable[[str], int]


def limit(channel: str) -> int | None:
    """Return the most a channel takes, or None where it sets no limit that we know of."""
    return RULES[channel].most if channel in RULES else None


def length(channel: str, text: str, content_warning: str = "") -> int:
    """Return how long the channel says this text is. Only Mastodon counts the warning with it."""
    count = RULES[channel].count if channel in RULES else len
    return count(text) + (count(content_warning) if channel == "mastodon" else 0)


def remaining(channel: str, text: str, content_warning: str = "") -> int | None:
    """Return how much may still be written; negative where it is too long, None without a limit."""
    most = limit(channel)
    return None if most is None else most - length(channel, text, content_warning)


def _clusters(text: str) -> int:
    return sum(1 for _ in graphemes(text))


def _mastodon(text: str) -> int:
    return _clusters(FULL_MENTION.sub(r"\1", LINK.sub("x" * LINK_LENGTH, text)))


def _x(text: str) -> int:
    plain, links = LINK.subn("", unicodedata.normalize("NFC", text))
    plain, bare = BARE_LINK.subn("", plain)
    weight = sum(200 if is_emoji(one) else sum(_x_weight(each) for each in one) for one in graphemes(plain))
    return (links + bare) * LINK_LENGTH + weight // 100


def _x_weight(character: str) -> int:
    return 100 if any(first <= ord(character) <= last for first, last in X_LIGHT_RANGES) else 200


RULES = {
    "noticeboard": LengthRule(2_000, len),
    "mastodon": LengthRule(500, _mastodon),
    "bluesky": LengthRule(300, _clusters),
    "x": LengthRule(280, _x),
    "facebook": LengthRule(63_206, len),
}
