"""Who hears of a waiting post, and when."""

from datetime import UTC, datetime, timedelta

import pytest

from governance.domain.escalation import ladder_for, last_number, step_due_at, step_for
from governance.domain.policy import shipped_edition
from governance.domain.rag import Rag, Release

EDITION = shipped_edition("mps-union")
ENTERED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MORNING = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)


def minutes(slug, in_hours):
    ladder = EDITION.ladders[slug]
    due = [step_due_at(ladder, n, ENTERED, in_hours, MORNING) for n in range(1, 5)]
    return [None if at is None else (at - ENTERED) / timedelta(minutes=1) for at in due]


def audience(slug, number, in_hours):
    step = step_for(EDITION.ladders[slug], number, in_hours)
    return step.audience if step else None


def test_red_climbs_at_0_10_20_and_30_minutes_in_hours():
    assert minutes("red", in_hours=True) == [0, 10, 20, 30]
    assert audience("red", 2, True) == ("communicator", "spoc")
    assert audience("red", 4, True) == ("press-bureau",)


def test_red_out_of_hours_begins_at_the_press_bureau_and_has_three_steps():
    assert minutes("red", in_hours=False) == [0, 10, 20, None]
    assert audience("red", 1, False) == ("press-bureau", "communicator")
    assert audience("red", 3, False) == ("head-of-dmc-on-call",)


def test_amber_out_of_hours_waits_for_the_next_working_morning():
    ladder = EDITION.ladders["amber-ask"]
    assert step_due_at(ladder, 2, ENTERED, False, MORNING) == MORNING
    assert step_for(ladder, 1, False).information
    assert minutes("amber-ask", in_hours=True) == [0, 30, 60, None]


def test_a_ladder_is_as_long_as_its_longer_row():
    assert last_number(EDITION.ladders["red"]) == 4
    assert step_for(EDITION.ladders["red"], 4, in_hours=False) is None


@pytest.mark.parametrize("topic", ["missing-person", "evacuation-emergency"])
def test_missing_people_and_evacuations_climb_the_urgent_ladder(topic):
    ladder = ladder_for(EDITION, Rag.AMBER, Release.TELL, [topic], threat_to_life=False)
    assert ladder.slug == "urgent"


def test_threat_to_life_climbs_the_urgent_ladder_whatever_the_topic():
    assert ladder_for(EDITION, Rag.AMBER, Release.ASK, ["appeal"], threat_to_life=True).slug == "urgent"


@pytest.mark.parametrize(
    ("rag", "release", "slug"),
    [
        (Rag.RED, Release.ASK, "red"),
        (Rag.AMBER, Release.ASK, "amber-ask"),
        (Rag.AMBER, Release.TELL, "amber-tell"),
        (Rag.GREEN, Release.ASK, "amber-ask"),
    ],
)
def test_otherwise_light_and_release_choose_the_ladder(rag, release, slug):
    assert ladder_for(EDITION, rag, release, ["court-result"], threat_to_life=False).slug == slug


def test_only_the_second_step_is_silenced_by_a_claim():
    conditions = [step.condition for step in EDITION.ladders["red"].in_hours]
    assert conditions == ["at-once", "not-claimed", "not-decided", "and-then"]
