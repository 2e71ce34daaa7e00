"""The places, hours and trusted handles the portal starts with. Run again, it adds only what is missing."""

from accounts.domain.bank_holidays import ENGLAND
from accounts.domain.hours import SHIPPED_HOURS
from accounts.domain.places import DEMO_WARDS, FORCE, TRUSTED, TRUSTED_ON
from accounts.models import BankHoliday, Unit, WorkingHours
from accounts.selectors import is_trusted_handle
from accounts.services.handles import trust_handle
from accounts.services.hours import keep_holiday, set_hours
from accounts.services.units import create_unit


def seed_places(*, wards: bool) -> None:
    """Lay down the force, its hours and holidays, and the handles worth repeating; wards where asked for."""
    _seed_units(wards)
    _seed_hours()
    for handle, kind in TRUSTED:
        for channel in TRUSTED_ON:
            if not is_trusted_handle(channel, handle):
                trust_handle(channel=channel, handle=handle, kind=kind, actor=None)


def _seed_units(wards: bool) -> None:
    there = {unit.slug: unit for unit in Unit.objects.all()}
    for slug, name, kind, above in FORCE + (DEMO_WARDS if wards else ()):
        if slug not in there:
            parent = there[above] if above else None
            there[slug] = create_unit(slug=slug, name=name, kind=kind, parent=parent, actor=None)


def _seed_hours() -> None:
    force = Unit.objects.get(slug=FORCE[0].slug)
    if not WorkingHours.objects.filter(unit=force).exists():
        for weekday, (opens, closes) in SHIPPED_HOURS.items():
            set_hours(force, weekday, opens, closes, actor=None)
    kept = set(BankHoliday.objects.values_list("day", flat=True))
    for day, name in ENGLAND:
        if day not in kept:
            keep_holiday(day, name, actor=None)
