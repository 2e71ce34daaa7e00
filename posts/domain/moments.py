"""A moment as it stands inside a sentence."""

from datetime import datetime

from posts.domain.ladder_words import moment


def at_or_on(at: datetime, now: datetime) -> str:
    """Return "at 14:06" for today, else "on Wednesday 18 November at 11:20"."""
    spelt = moment(at, now)
    return f"at {spelt}" if spelt[0].isdigit() else f"on {spelt}"
