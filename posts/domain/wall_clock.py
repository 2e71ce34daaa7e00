"""London wall-clock times as people type them, and the two nights a year when they mislead.

A missing time (clocks forward) is refused with the next one offered; a repeated time (clocks back) means its first
occurrence, and the page says so.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
FORMAT = "%Y-%m-%d %H:%M"


class WallClockRefused(ValueError):
    """A time that cannot be meant. `offer` is the next one that can, in the same form, or nothing."""

    def __init__(self, words: str, offer: str = "") -> None:
        super().__init__(words)
        self.offer = offer


@dataclass(frozen=True, slots=True)
class WallClock:
    """A moment, the text it was typed as, and whether that text names two moments."""

    moment: datetime
    typed: str
    repeated: bool


def read(typed: str) -> WallClock:
    """Return the moment that "2026-11-21 08:00" (or with a T) names in London."""
    try:
        naive = datetime.strptime(typed.strip().replace("T", " "), FORMAT)
    except ValueError as error:
        raise WallClockRefused("Enter a date and a time, such as 21 November 2026 and 08:00.") from error
    first = naive.replace(tzinfo=LONDON)
    if first.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != naive:
        raise _missing(naive)
    repeated = first.utcoffset() != naive.replace(tzinfo=LONDON, fold=1).utcoffset()
    return WallClock(first.astimezone(UTC), naive.strftime(FORMAT), repeated)


def _missing(naive: datetime) -> WallClockRefused:
    offer = naive.replace(minute=0) + timedelta(hours=1)
    words = (
        f"{naive:%H:%M} on {naive.day} {naive:%B %Y} does not exist: the clocks go forward. "
        f"The next time is {offer:%H:%M}."
    )
    return WallClockRefused(words, offer.strftime(FORMAT))
