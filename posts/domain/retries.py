"""How long to wait before the next try, and how many there are."""

import random
from datetime import timedelta

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 15, 60, 180, 600, 1800))
MAX_ATTEMPTS = len(PAUSES) + 1
LOOKS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600))
JITTER = 0.2


def next_pause(failed: int, retry_after: timedelta | None = None, chance: float | None = None) -> timedelta:
    """Return the wait after this many failed tries: growing, spread by a fifth, never shorter than the platform asked.

    `chance` in 0..1 stands for the dice.
    """
    dice = random.random() if chance is None else chance
    pause = PAUSES[min(max(failed, 1), len(PAUSES)) - 1] * (1 - JITTER + 2 * JITTER * dice)
    return max(pause, retry_after) if retry_after else pause


def is_exhausted(failed: int) -> bool:
    """Whether this many failed tries are enough."""
    return failed >= MAX_ATTEMPTS


def next_look(looks: int) -> timedelta | None:
    """Return the wait before the platform is read again after this many looks; None once it is for a person alone."""
    return LOOKS[looks] if looks < len(LOOKS) else None
