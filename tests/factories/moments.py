"""Moments that tests move to, so that they pass at any hour of any day."""

from datetime import UTC, datetime, timedelta

WEDNESDAY = 2


def next_working_morning() -> datetime:
    """Return 11:00 on the second Wednesday of the January to come: in hours, no bank holiday, and after today."""
    january = datetime(datetime.now(UTC).year + 1, 1, 8, 11, tzinfo=UTC)
    return january + timedelta(days=(WEDNESDAY - january.weekday()) % 7)
