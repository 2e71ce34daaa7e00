"""What pages and notices say of a ladder: who is meant, and how long is left. London wall-clock."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
WHO = {
    "communicator-on-duty": "Communicator on duty",
    "communicator": "All communicators",
    "spoc": "SPOC",
    "borough-support": "Borough Support",
    "social-media-team": "Social Media Team",
    "press-bureau": "Press Bureau",
    "head-of-dmc-on-call": "Head of DMC on call",
}
COMMUNICATORS = ("communicator-on-duty", "communicator")
MINUTE, HOUR = 60, 3600
SECONDS_COUNT_BELOW = 5 * MINUTE
A_CLOCK_TIME_BEYOND = timedelta(hours=6)


def who(audience: Iterable[str], has_communicator: bool = True) -> str:
    """The people a rung tells: "All communicators and SPOC". The Social Media Team stands in where a unit has none."""
    named = (slug if has_communicator or slug not in COMMUNICATORS else "social-media-team" for slug in audience)
    return " and ".join(dict.fromkeys(WHO.get(slug, slug) for slug in named))


def waited(span: timedelta) -> str:
    """How long something has waited, rounded down: 40 s, 14 min, 1 h 5 min, 2 days."""
    return _spelt(max(0, int(span.total_seconds())))


def left(span: timedelta) -> str:
    """How long is left, rounded up, with seconds in the last minutes: 2 min 40 s, 6 min, 1 h 5 min."""
    seconds = max(0, ceil(span.total_seconds()))
    if MINUTE <= seconds < SECONDS_COUNT_BELOW and seconds % MINUTE:
        return f"{seconds // MINUTE} min {seconds % MINUTE} s"
    return _spelt(seconds if seconds < MINUTE else ceil(seconds / MINUTE) * MINUTE)


def moment(at: datetime, now: datetime) -> str:
    """A moment: 14:22 today, else "Monday 23 November at 08:00"."""
    local = at.astimezone(LONDON)
    if local.date() == now.astimezone(LONDON).date():
        return f"{local:%H:%M}"
    return f"{local:%A} {local.day} {local:%B} at {local:%H:%M}"


def told_in(people: str, due_at: datetime, now: datetime) -> str:
    """Who is told next and when: "Borough Support in 6 min", "All communicators at 08:00"."""
    if due_at <= now:
        return f"{people} now"
    if due_at - now <= A_CLOCK_TIME_BEYOND:
        return f"{people} in {left(due_at - now)}"
    spelt = moment(due_at, now)
    return f"{people} at {spelt}" if spelt[0].isdigit() else f"{people} on {spelt}"


def after(span: timedelta, at: datetime, now: datetime) -> str:
    """When a step comes, counted from the start: "at once", "10 min"; a far one by the clock."""
    if span <= timedelta(0):
        return "at once"
    return left(span) if span <= A_CLOCK_TIME_BEYOND else moment(at, now)


def _spelt(seconds: int) -> str:
    if seconds < MINUTE:
        return f"{seconds} s"
    if seconds < HOUR:
        return f"{seconds // MINUTE} min"
    hours, minutes = divmod(seconds // MINUTE, 60)
    if hours >= 48:
        return f"{hours // 24} days"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
