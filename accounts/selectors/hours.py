"""Working hours as they stand in the tables: the nearest unit that states some, less the bank holidays."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

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
    return hours_of_each([unit])[unit.pk]


def hours_of_each(units: Iterable[Unit]) -> dict[int, hours.Hours]:
    """The hours of each of these units by its number, in one query."""
    above = {unit.pk: lineage(unit.path) for unit in units}
    paths = {path for line in above.values() for path in line}
    rows = WorkingHours.objects.filter(unit__path__in=paths).values_list("unit__path", "weekday", "opens", "closes")
    stated: dict[str, dict[int, tuple[time, time]]] = {}
    for path, weekday, opens, closes in rows:
        stated.setdefault(path, {})[weekday] = (opens, closes)
    return {unit: _nearest(line, stated) for unit, line in above.items()}


def bank_holidays() -> frozenset[date]:
    """The bank holidays on file."""
    return frozenset(BankHoliday.objects.values_list("day", flat=True))


def _nearest(line: Iterable[str], stated: Mapping[str, hours.Hours]) -> hours.Hours:
    nearest = max((path for path in line if path in stated), key=len, default=None)
    return hours.SHIPPED_HOURS if nearest is None else stated[nearest]
