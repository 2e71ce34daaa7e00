"""The working hours of units, read once and then asked without another look at the tables."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from accounts.domain import hours as clock
from accounts.selectors.hours import bank_holidays, hours_of_each
from posts.domain.deadlines import Hours

if TYPE_CHECKING:
    from accounts.models import Unit


def working_hours(units: "Iterable[Unit]") -> dict[int, Hours]:
    """The hours of each unit by its number, in two queries however many units there are."""
    holidays = bank_holidays()
    return {
        unit: Hours(partial(clock.in_hours, stated, holidays), partial(clock.next_working_morning, stated, holidays))
        for unit, stated in hours_of_each(units).items()
    }
