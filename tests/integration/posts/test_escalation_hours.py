"""Ladders on the wall clock: in hours and out, mornings, holidays, clock changes, threat to life."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import BankHoliday, Notice, User
from governance.models import AuditEvent
from posts.services import escalation
from tests.factories import people
from tests.factories.ladders import (
    BEFORE_CLOSING,
    FRIDAY_NIGHT,
    MONDAY_AT_EIGHT,
    after,
    amber,
    red,
    states,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("appointed_in_september")]


def test_amber_in_hours_tells_the_spoc_after_30_minutes_and_borough_support_after_60(
    camden_officer: User, everybody: None
):
    post = amber(camden_officer)
    escalation.climb(after(30))
    escalation.climb(after(60))
    assert told(post) == {1: {"Farah Okonjo"}, 2: {"Sgt Dele Ogunbanjo"}, 3: {"Tomasz Wren"}}


def test_amber_out_of_hours_informs_the_press_bureau_and_tells_the_communicator_at_eight_on_monday(
    camden_officer: User, everybody: None
):
    post = amber(camden_officer, FRIDAY_NIGHT)
    escalation.climb(MONDAY_AT_EIGHT - timedelta(seconds=1))
    assert told(post) == {1: {"Ruaridh Bell"}}
    escalation.climb(MONDAY_AT_EIGHT)
    assert told(post) == {1: {"Ruaridh Bell"}, 2: {"Farah Okonjo"}}
    assert Notice.objects.get(key__endswith=":1").subject == "Amber, for information: a Camden post waits out of hours"


def test_amber_waits_over_a_bank_holiday(camden_officer: User, everybody: None):
    BankHoliday.objects.create(day=MONDAY_AT_EIGHT.date(), name="A holiday")
    post = amber(camden_officer, FRIDAY_NIGHT)
    escalation.climb(MONDAY_AT_EIGHT)
    assert set(told(post)) == {1}
    escalation.climb(MONDAY_AT_EIGHT + timedelta(days=1))
    assert set(told(post)) == {1, 2}


def test_red_out_of_hours_goes_to_the_press_bureau_borough_support_and_the_head_of_dmc(
    camden_officer: User, everybody: None
):
    head = people.person("dmc-admin", name="Head of DMC", head_on_call=True)
    post = red(camden_officer, FRIDAY_NIGHT)
    for minute in (10, 20, 30):
        escalation.climb(after(minute, FRIDAY_NIGHT))
    assert told(post) == {
        1: {"Ruaridh Bell", "Farah Okonjo"},
        2: {"Ruaridh Bell", "Tomasz Wren"},
        3: {head.display_name, "Tomasz Wren"},
    }
    assert states(post) == ["done", "done", "done", "silenced"]


def test_each_rung_picks_its_row_when_it_falls_due(camden_officer: User, everybody: None):
    post = red(camden_officer, BEFORE_CLOSING)
    escalation.climb(after(10, BEFORE_CLOSING))
    escalation.climb(after(20, BEFORE_CLOSING))
    assert told(post)[2] == {"Farah Okonjo", "Sgt Dele Ogunbanjo"}
    assert told(post)[3] == {"Tomasz Wren"}
    assert "head-of-dmc-on-call" in str(AuditEvent.objects.get(payload__body__step=3).payload.body)


def test_an_amber_rung_that_falls_due_after_closing_waits_for_the_morning(camden_officer: User, everybody: None):
    post = amber(camden_officer, BEFORE_CLOSING)
    escalation.climb(after(31, BEFORE_CLOSING))
    assert set(told(post)) == {1}
    assert post.ladder_steps.get(number=2).due_at == MONDAY_AT_EIGHT
    escalation.climb(MONDAY_AT_EIGHT)
    assert told(post)[2] == {"Farah Okonjo"}


@pytest.mark.parametrize(
    "urgent", [{"threat_to_life": True}, {"topics": ["missing-person"]}, {"topics": ["evacuation-emergency"]}]
)
def test_where_life_is_at_stake_amber_climbs_as_red_at_a_third_of_the_time(
    urgent: dict[str, object], camden_officer: User, everybody: None
):
    post = amber(camden_officer, **urgent)
    escalation.climb(after(10))
    assert set(told(post)) == {1, 2, 3, 4}
    assert "threat to life" in Notice.objects.filter(key__endswith=":4").get().body or "topics" in urgent


@pytest.mark.parametrize(
    ("entered", "morning"),
    [
        (datetime(2026, 10, 23, 18, tzinfo=UTC), datetime(2026, 10, 26, 8, tzinfo=UTC)),
        (datetime(2027, 3, 26, 19, tzinfo=UTC), datetime(2027, 3, 29, 7, tzinfo=UTC)),
    ],
)
def test_eight_in_the_morning_is_eight_on_the_wall_after_either_clock_change(
    entered: datetime, morning: datetime, camden_officer: User, everybody: None
):
    post = amber(camden_officer, entered)
    escalation.climb(morning - timedelta(seconds=1))
    assert set(told(post)) == {1}
    escalation.climb(morning)
    assert set(told(post)) == {1, 2}


def test_red_minutes_are_elapsed_minutes_through_the_repeated_hour(camden_officer: User, everybody: None):
    entered = datetime(2026, 10, 25, 0, 55, tzinfo=UTC)
    post = red(camden_officer, entered)
    escalation.climb(after(9, entered))
    assert set(told(post)) == {1}
    escalation.climb(after(10, entered))
    assert set(told(post)) == {1, 2}
