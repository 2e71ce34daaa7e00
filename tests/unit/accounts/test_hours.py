"""Working hours on London's wall clock, through both clock changes."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.domain.bank_holidays import ENGLAND
from accounts.domain.hours import SHIPPED_HOURS, in_hours, next_working_morning

LONDON = ZoneInfo("Europe/London")
HOLIDAYS = frozenset(day for day, _ in ENGLAND)


def london(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "within"),
    [
        (london(2026, 11, 20, 8, 0), True),
        (london(2026, 11, 20, 7, 59), False),
        (london(2026, 11, 20, 17, 59), True),
        (london(2026, 11, 20, 18, 0), False),
        (london(2026, 11, 21, 12, 0), False),
        (london(2026, 12, 28, 12, 0), False),
        (london(2027, 12, 28, 12, 0), False),
        (london(2026, 7, 1, 8, 0), True),
        (datetime(2026, 7, 1, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 20, 7, 0, tzinfo=UTC), False),
    ],
)
def test_hours_run_from_eight_until_six_on_working_days_of_london(moment: datetime, within: bool) -> None:
    assert in_hours(SHIPPED_HOURS, HOLIDAYS, moment) is within


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        (london(2026, 11, 19, 19, 0), datetime(2026, 11, 20, 8, 0, tzinfo=UTC)),
        (london(2026, 11, 20, 3, 0), datetime(2026, 11, 20, 8, 0, tzinfo=UTC)),
        (london(2026, 11, 20, 8, 0), datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        (london(2026, 12, 24, 20, 0), datetime(2026, 12, 29, 8, 0, tzinfo=UTC)),
        (london(2027, 3, 25, 20, 0), datetime(2027, 3, 30, 7, 0, tzinfo=UTC)),
        (london(2026, 10, 23, 20, 0), datetime(2026, 10, 26, 8, 0, tzinfo=UTC)),
        (london(2026, 3, 27, 20, 0), datetime(2026, 3, 30, 7, 0, tzinfo=UTC)),
    ],
)
def test_the_next_working_morning_passes_over_weekends_holidays_and_clock_changes(
    moment: datetime, morning: datetime
) -> None:
    assert next_working_morning(SHIPPED_HOURS, HOLIDAYS, moment) == morning


def test_a_unit_that_never_opens_has_no_next_morning() -> None:
    with pytest.raises(ValueError, match="No day is worked"):
        next_working_morning({}, frozenset(), london(2026, 11, 20, 12))


def test_hours_beginning_in_the_missing_hour_still_begin() -> None:
    sunday = {6: (time(1, 30), time(12))}

    assert next_working_morning(sunday, frozenset(), london(2027, 3, 27, 12)).date() == date(2027, 3, 28)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC)))
def test_the_next_working_morning_is_later_in_hours_and_the_first_such(moment: datetime) -> None:
    morning = next_working_morning(SHIPPED_HOURS, HOLIDAYS, moment)

    assert morning > moment
    assert in_hours(SHIPPED_HOURS, HOLIDAYS, morning)
    assert morning.astimezone(LONDON).time() == time(8)


def test_bank_holidays_that_fall_on_a_weekend_are_taken_on_a_working_day() -> None:
    assert all(day.weekday() < 5 for day, _ in ENGLAND)
