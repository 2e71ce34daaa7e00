"""Live guidance raises lights; incidents hold posts."""

from datetime import UTC, datetime

from governance.domain.guidance import Notice, guidance_findings
from governance.domain.incident import IncidentLevel, IncidentScope, incident_finding
from governance.domain.rag import Rag, Release

CARNIVAL = Notice(
    slug="carnival",
    title="Carnival",
    words=("carnival", "sound system"),
    light=Rag.AMBER,
    release=Release.ASK,
    starts=datetime(2026, 8, 29, tzinfo=UTC),
    ends=datetime(2026, 9, 1, tzinfo=UTC),
    units=("kensington",),
)
INCIDENT = IncidentScope(
    "bridge", "Bridge collapse", IncidentLevel.MAJOR, boroughs=("camden",), allowed_people=("pc.jones",)
)


def test_guidance_quotes_the_words_it_was_touched_by():
    text = "See you at #Carnival, mind the sound  systems"
    (found,) = guidance_findings(text, [CARNIVAL])
    assert text[found.start : found.end] == "#Carnival"
    assert (found.rag, found.release) == (Rag.AMBER, Release.ASK)
    assert "Carnival" in found.reason and found.clause


def test_guidance_matches_whole_words_only():
    assert guidance_findings("Carnivalesque scenes", [CARNIVAL]) == ()


def test_guidance_without_words_touches_every_text():
    notice = Notice("all", "Say nothing of the vote", (), Rag.RED, Release.ASK)
    (found,) = guidance_findings("Good morning", [notice])
    assert (found.start, found.end) == (None, None)


def test_guidance_applies_from_its_start_until_its_end():
    assert CARNIVAL.applies_at(datetime(2026, 8, 29, tzinfo=UTC))
    assert not CARNIVAL.applies_at(datetime(2026, 9, 1, tzinfo=UTC))


def test_guidance_covers_its_units_and_nobody_else():
    assert CARNIVAL.covers(["kensington"], [])
    assert not CARNIVAL.covers(["camden"], ["@camden"])


def test_an_incident_stops_local_posts_but_changes_no_light():
    found = incident_finding(INCIDENT)
    assert (found.rag, found.release) == (Rag.GREEN, Release.STOP)
    assert INCIDENT.covers(["camden"], ["x"], [])
    assert not INCIDENT.covers(["hackney"], ["x"], [])


def test_corporate_accounts_shared_corporate_posts_and_named_people_may_speak():
    assert INCIDENT.stops(corporate=False, shares_corporate=False, author="pc.smith")
    assert not INCIDENT.stops(corporate=True, shares_corporate=False, author="pc.smith")
    assert not INCIDENT.stops(corporate=False, shares_corporate=True, author="pc.smith")
    assert not INCIDENT.stops(corporate=False, shares_corporate=False, author="pc.jones")
