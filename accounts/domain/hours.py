"""Working hours on London's wall clock: whether a moment falls within them, and when the next working morning is."""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
Hours = Mapping[int, tuple[time, time]]
SHIPPED_HOURS: Hours = {weekday: (time(8), time(18)) for weekday in range(5)}
FURTHEST = 400


def in_hours(hours: Hours, holidays: Collection[date], at: datetime) -> bool:
    """Tell whether this moment is within working hours; the closing minute no longer is."""
    local = at.astimezone(LONDON)
    opens, closes = hours_of(hours, holidays, local.date()) or (time.max, time.min)
    return opens <= local.time() < closes


def next_working_morning(hours: Hours, holidays: Collection[date], at: datetime) -> datetime:
    """Return, in UTC, the first opening after this moment.

    Before opening time on a working day that is the same morning. Raises ValueError where no day is ever worked.
    """
    today = at.astimezone(LONDON).date()
    for ahead in range(FURTHEST):
        worked = hours_of(hours, holidays, today + timedelta(days=ahead))
        opening = worked and _moment(today + timedelta(days=ahead), worked[0])
        if opening and opening > at:
            return opening
    raise ValueError("No day is worked within the next year")


def hours_of(hours: Hours, holidays: Collection[date], day: date) -> tuple[time, time] | None:
    """Return the opening and closing time of this day, or None where nobody works."""
    return None if day in holidays else hours.get(day.weekday())


def _moment(day: date, wall_time: time) -> datetime:
    return datetime.combine(day, wall_time, LONDON).astimezone(UTC)
