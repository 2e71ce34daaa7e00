"""Rungs on London's clock: when each falls due, and what it does then (rag-policy: "Escalation")."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from accounts.domain import hours as clock
from governance.domain.escalation import Ladder
from governance.domain.policy import shipped_edition
from posts.domain import ladder_words
from posts.domain.deadlines import (
    Fall,
    Hours,
    Rung,
    fall,
    foresee,
    is_pausable,
    is_silenced_by_a_claim,
    lay,
    resume,
)

LONDON = ZoneInfo("Europe/London")
LADDERS = shipped_edition("mps-union").ladders
RED, AMBER, URGENT = LADDERS["red"], LADDERS["amber-ask"], LADDERS["urgent"]
CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
OFFICE = Hours(
    lambda at: clock.in_hours(clock.SHIPPED_HOURS, CHRISTMAS, at),
    lambda at: clock.next_working_morning(clock.SHIPPED_HOURS, CHRISTMAS, at),
)
NO_PAUSE = timedelta(0)
FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def london(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


def minutes(ladder: Ladder, entered: datetime) -> list[float]:
    return [(rung.due_at - entered) / timedelta(minutes=1) for rung in lay(ladder, entered, OFFICE)]


def told_at(ladder: Ladder, number: int, entered: datetime, now: datetime) -> Fall:
    rung = lay(ladder, entered, OFFICE)[number - 1]
    return fall(ladder, rung, entered, NO_PAUSE, now, OFFICE)


def audience(falls: Fall) -> tuple[str, ...]:
    assert falls.step is not None
    return falls.step.audience


def test_red_in_hours_climbs_at_once_then_after_10_20_and_30_minutes():
    assert minutes(RED, london(FRIDAY, 14)) == [0, 10, 20, 30]


def test_amber_in_hours_climbs_at_once_then_after_30_and_60_minutes():
    assert minutes(AMBER, london(FRIDAY, 14)) == [0, 30, 60]


def test_threat_to_life_climbs_at_a_third_of_the_time():
    assert minutes(URGENT, london(FRIDAY, 14)) == pytest.approx([0, 10 / 3, 20 / 3, 10])


def test_amber_out_of_hours_waits_for_the_communicator_until_the_next_working_morning():
    entered = london(FRIDAY, 19)
    morning = lay(AMBER, entered, OFFICE)[1]
    assert morning.due_at == london(MONDAY, 8)
    assert audience(fall(AMBER, morning, entered, NO_PAUSE, morning.due_at, OFFICE)) == ("communicator",)


def test_before_opening_on_a_working_day_the_next_working_morning_is_the_same_one():
    assert lay(AMBER, london(MONDAY, 7, 45), OFFICE)[1].due_at == london(MONDAY, 8)


def test_bank_holidays_are_not_working_mornings():
    christmas_eve = date(2026, 12, 24)
    assert lay(AMBER, london(christmas_eve, 20), OFFICE)[1].due_at == london(date(2026, 12, 29), 8)


@pytest.mark.parametrize(
    ("minute", "number", "people"),
    [
        (0, 1, ("press-bureau", "communicator")),
        (10, 2, ("press-bureau", "borough-support")),
        (20, 3, ("head-of-dmc-on-call",)),
    ],
)
def test_red_out_of_hours_tells_the_people_of_that_row(minute: int, number: int, people: tuple[str, ...]):
    entered = london(FRIDAY, 22)
    assert audience(told_at(RED, number, entered, entered + timedelta(minutes=minute))) == people


def test_each_rung_picks_its_row_when_it_falls_due():
    entered = london(FRIDAY, 17, 45)
    assert audience(told_at(RED, 2, entered, london(FRIDAY, 17, 55))) == ("communicator", "spoc")
    assert audience(told_at(RED, 3, entered, london(FRIDAY, 18, 5))) == ("head-of-dmc-on-call",)


def test_a_rung_the_row_does_not_have_tells_nobody():
    entered = london(FRIDAY, 17, 45)
    assert told_at(RED, 4, entered, london(FRIDAY, 18, 15)) == Fall()


def test_an_amber_rung_that_falls_due_after_closing_is_put_off_to_the_next_working_morning():
    entered = london(FRIDAY, 17, 45)
    falls = told_at(AMBER, 2, entered, london(FRIDAY, 18, 15))
    assert falls.later == Rung(2, london(MONDAY, 8), "out")
    assert audience(fall(AMBER, falls.later, entered, NO_PAUSE, london(MONDAY, 8), OFFICE)) == ("communicator",)


def test_elapsed_minutes_are_not_stretched_or_shortened_when_the_clocks_change():
    for change in (date(2026, 10, 25), date(2027, 3, 28)):
        entered = datetime.combine(change, time(0, 50), UTC)
        assert minutes(RED, entered) == [0, 10, 20, 30]


@pytest.mark.parametrize(
    ("entered", "morning"),
    [
        (london(date(2026, 10, 23), 19), datetime(2026, 10, 26, 8, tzinfo=UTC)),
        (london(date(2027, 3, 26), 19), datetime(2027, 3, 29, 7, tzinfo=UTC)),
    ],
)
def test_the_morning_after_a_clock_change_is_at_eight_on_the_wall(entered: datetime, morning: datetime):
    assert lay(AMBER, entered, OFFICE)[1].due_at == morning


def test_a_claim_silences_only_the_step_that_asks_whether_anybody_claimed():
    now = london(FRIDAY, 14)
    claimed = now + timedelta(minutes=1)
    silent = [step.number for step in RED.in_hours if is_silenced_by_a_claim(step, claimed, now)]
    assert silent == [2]


def test_a_claim_that_lapsed_silences_nothing():
    now = london(FRIDAY, 14)
    assert not any(is_silenced_by_a_claim(step, now, now) for step in RED.in_hours)


@pytest.mark.parametrize(
    ("ladder", "stops"), [("red", False), ("urgent", False), ("amber-ask", True), ("amber-tell", True)]
)
def test_a_question_stops_the_clock_of_amber_and_never_of_red(ladder: str, stops: bool):
    assert is_pausable(ladder) is stops


def test_a_pause_puts_minutes_off_by_its_length():
    now = london(FRIDAY, 14)
    assert resume(Rung(2, now + timedelta(minutes=5)), timedelta(minutes=9), now, OFFICE) == Rung(
        2, now + timedelta(minutes=14)
    )


def test_a_pause_leaves_a_morning_that_is_still_to_come_where_it_is():
    morning = Rung(2, london(MONDAY, 8), "out")
    assert resume(morning, timedelta(hours=2), london(FRIDAY, 22), OFFICE) == morning


@pytest.mark.parametrize(("hour", "due"), [(11, london(MONDAY, 11)), (20, london(date(2026, 11, 24), 8))])
def test_a_morning_that_went_by_during_a_pause_is_now_or_the_next_one(hour: int, due: datetime):
    morning = Rung(2, london(MONDAY, 8), "out")
    assert resume(morning, timedelta(hours=20), london(MONDAY, hour), OFFICE).due_at == due


def test_what_comes_next_is_foreseen_across_closing_time():
    entered = london(FRIDAY, 17, 45)
    rungs = lay(AMBER, entered, OFFICE)
    found = foresee(AMBER, rungs[1], entered, NO_PAUSE, entered, OFFICE)
    assert found is not None
    assert (found[0].audience, found[1]) == (("communicator",), london(MONDAY, 8))
    assert foresee(AMBER, rungs[2], entered, NO_PAUSE, entered, OFFICE) is None


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(minutes=5, seconds=20), "Borough Support in 6 min"),
        (timedelta(minutes=2, seconds=40), "Borough Support in 2 min 40 s"),
        (timedelta(minutes=3), "Borough Support in 3 min"),
        (timedelta(seconds=30), "Borough Support in 30 s"),
        (timedelta(minutes=75), "Borough Support in 1 h 15 min"),
        (timedelta(seconds=-3), "Borough Support now"),
        (timedelta(hours=8), "Borough Support at 22:00"),
        (timedelta(days=3), "Borough Support on Monday 23 November at 14:00"),
    ],
)
def test_the_next_step_is_said_as_people_say_it(ahead: timedelta, words: str):
    now = london(FRIDAY, 14)
    assert ladder_words.told_in("Borough Support", now + ahead, now) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [(59, "59 s"), (14 * 60 + 59, "14 min"), (3600, "1 h"), (3900, "1 h 5 min"), (50 * 3600, "2 days")],
)
def test_waiting_is_rounded_down(span: int, words: str):
    assert ladder_words.waited(timedelta(seconds=span)) == words


def test_the_social_media_team_is_named_where_a_unit_has_no_communicator():
    assert ladder_words.who(("communicator", "spoc")) == "All communicators and SPOC"
    assert ladder_words.who(("communicator", "spoc"), has_communicator=False) == "Social Media Team and SPOC"
