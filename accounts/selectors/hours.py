"""Working hours as they stand in the tables: the nearest unit that states some, less the bank holidays."""

from datetime import date, datetime

from accounts.domain import hours
from accounts.domain.paths import lineage
from accounts.models import BankHoliday, Unit, WorkingHours


def in_hours(unit: Unit, at: datetime) -> bool:
    """Tell whether this moment is within the unit's working hours."""
    return hours.in_hours(hours_of(unit), bank_holidays(), at)


def next_working_morning(unit: Unit, at: datetime) -> datetime:
    """Return, in UTC, when the unit next opens after this moment."""
    return hours.next_working_morning(hours_of(unit), bank_holidays(), at)


def hours_of(unit: Unit) -> hours.Hours:
    """The hours of the unit, else of the nearest unit above it that states some, else those shipped."""
    rows = WorkingHours.objects.filter(unit__path__in=lineage(unit.path)).values_list(
        "unit__path", "weekday", "opens", "closes"
    )
    nearest = max((row[0] for row in rows), key=len, default=None)
    if nearest is None:
        return hours.SHIPPED_HOURS
    return {weekday: (opens, closes) for path, weekday, opens, closes in rows if path == nearest}


def bank_holidays() -> frozenset[date]:
    """The bank holidays on file."""
    return frozenset(BankHoliday.objects.values_list("day", flat=True))
