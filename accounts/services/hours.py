"""Working hours and bank holidays as data."""

from datetime import date, time

from django.db import transaction

from accounts.models import BankHoliday, Unit, User, WorkingHours
from accounts.permissions import AccountPermission
from accounts.services.authority import demand
from governance import audit
from governance.domain.record import JSON


@transaction.atomic(durable=True)
def set_hours(unit: Unit, weekday: int, opens: time, closes: time, *, actor: User | None) -> WorkingHours:
    """State a unit's hours on one weekday (0 is Monday), in place of any stated before."""
    demand(AccountPermission.ADMINISTER, actor)
    row, _ = WorkingHours.objects.update_or_create(
        unit=unit, weekday=weekday, defaults={"opens": opens, "closes": closes}
    )
    payload: dict[str, JSON] = {"weekday": weekday, "opens": opens.isoformat(), "closes": closes.isoformat()}
    audit.record("hours.set", actor=actor, obj=row, unit_slug=unit.slug, payload=payload)
    return row


@transaction.atomic(durable=True)
def keep_holiday(day: date, name: str, *, actor: User | None) -> BankHoliday:
    """Put a bank holiday on file; the same day again changes its name."""
    demand(AccountPermission.ADMINISTER, actor)
    holiday, _ = BankHoliday.objects.update_or_create(day=day, defaults={"name": name})
    audit.record("holiday.kept", actor=actor, obj=holiday, payload={"day": day.isoformat(), "name": name})
    return holiday
