"""London time as typed, and the two nights that mislead."""

from datetime import UTC, datetime

import pytest

from posts.domain.wall_clock import WallClockRefused, read


def test_a_winter_time_is_utc_and_a_summer_time_an_hour_ahead() -> None:
    assert read("2026-11-21 08:00").moment == datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert read("2026-07-21T08:00").moment == datetime(2026, 7, 21, 7, tzinfo=UTC)


def test_a_time_that_the_clocks_skip_is_refused_with_the_next_one_offered() -> None:
    with pytest.raises(WallClockRefused) as refusal:
        read("2027-03-28 01:30")
    assert str(refusal.value) == (
        "01:30 on 28 March 2027 does not exist: the clocks go forward. The next time is 02:00."
    )
    assert refusal.value.offer == "2027-03-28 02:00"
    assert read(refusal.value.offer).moment == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_a_time_that_comes_twice_means_the_first_and_says_so() -> None:
    twice = read("2026-10-25 01:30")
    assert twice.repeated
    assert twice.moment == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert not read("2026-10-25 02:30").repeated


@pytest.mark.parametrize("typed", ["", "tomorrow", "2026-13-01 08:00", "2026-11-21", "21/11/2026 08:00"])
def test_what_is_not_a_time_is_refused_in_plain_words(typed: str) -> None:
    with pytest.raises(WallClockRefused, match="Enter a date and a time"):
        read(typed)
