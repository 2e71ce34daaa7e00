"""A verdict in words: what its light leads to, in the order what, to whom, by when."""

from dataclasses import replace

import pytest

from governance.domain.policy import shipped_edition
from governance.domain.rag import Assessment, Finding, FindingKind, Rag, Release
from posts.domain.draft_content import DraftContent
from posts.domain.verdict_words import (
    Situation,
    asks_about_public,
    if_public,
    is_or_are,
    named,
    reasons,
    send_label,
    sub_line,
    what_happens,
)

EDITION = shipped_edition("mps-union")
CONTENT = DraftContent(parts=("Something",))
FARAH = Situation("a Camden communicator", ("Farah Okonjo",))


def verdict(rag: Rag, release: Release, *findings: Finding, amber_unless_public: bool = False) -> Assessment:
    topics = tuple(one.slug for one in findings if one.kind is FindingKind.TOPIC)
    found = Assessment(rag, release, rag, topics, (), findings, "mps-union", "phrases-1", "0" * 64)
    return replace(found, amber_unless_public=amber_unless_public)


def topic(slug: str, rag: Rag, release: Release) -> Finding:
    name = EDITION.topics[slug].name
    return Finding(FindingKind.TOPIC, slug, rag, release, 0, 4, "2012 §15", f'{name}: "some"', "Leave it out.")


CHARGE = topic("charge-details", Rag.RED, Release.ASK)
OPEN = verdict(Rag.RED, Release.ASK, CHARGE, amber_unless_public=True)
GREEN = verdict(Rag.GREEN, Release.GO, topic("crime-prevention", Rag.GREEN, Release.GO))
TOLD = verdict(Rag.AMBER, Release.TELL, topic("charge-details", Rag.AMBER, Release.TELL))


def test_an_open_question_is_the_first_thing_said() -> None:
    assert sub_line(OPEN, CONTENT, EDITION, FARAH) == "Amber if this is already public: is it?"
    claimed = CONTENT.changed(public_domain=True)
    assert sub_line(OPEN, claimed, EDITION, FARAH) == "Amber once you say where it was made public"


def test_amber_is_not_promised_where_something_else_stays_red() -> None:
    budget = topic("budget-finance", Rag.RED, Release.ASK)
    both = verdict(Rag.RED, Release.ASK, CHARGE, budget, amber_unless_public=True)
    assert sub_line(both, CONTENT, EDITION, FARAH) == "Not published until somebody approves it"


def test_green_goes_out_and_nobody_needs_to_approve_it() -> None:
    assert sub_line(GREEN, CONTENT, EDITION, FARAH) == "Published at once"
    assert what_happens(GREEN, FARAH) == "Nobody needs to approve it."


def test_a_told_post_names_who_is_told_and_what_they_can_do() -> None:
    assert sub_line(TOLD, CONTENT, EDITION, FARAH) == "Published at once, and Farah Okonjo is told"
    assert what_happens(TOLD, FARAH) == "Farah Okonjo can withdraw it."


def test_a_waiting_post_names_who_decides_and_who_is_on_duty() -> None:
    assert what_happens(OPEN, FARAH) == (
        "It is not published. It waits for a Camden communicator to decide. Farah Okonjo is on duty."
    )


def test_a_stop_is_said_before_anything_else() -> None:
    stop = Finding(FindingKind.INCIDENT, "i", Rag.GREEN, Release.STOP, None, None, "§36", "Canal: a major incident")
    held = verdict(Rag.GREEN, Release.STOP, stop)
    assert sub_line(held, CONTENT, EDITION, FARAH).startswith("Held: ")
    assert "No approval releases it before." in what_happens(held, FARAH)


@pytest.mark.parametrize(
    ("found", "when", "label"),
    [
        (GREEN, "now", "Publish now"),
        (GREEN, "later", "Schedule"),
        (TOLD, "now", "Publish and tell"),
        (TOLD, "later", "Schedule and tell"),
        (OPEN, "now", "Send for approval"),
        (OPEN, "later", "Send for approval"),
        (OPEN, "draft", "Keep as a draft"),
        (None, "now", "Send"),
    ],
)
def test_the_button_says_what_sending_means(found: Assessment | None, when: str, label: str) -> None:
    assert send_label(found, when) == label


def test_answering_yes_shows_where_it_leads() -> None:
    assert asks_about_public(OPEN, EDITION)
    assert if_public(OPEN, EDITION, True) == (Rag.AMBER, Release.TELL)
    assert if_public(OPEN, EDITION, False) == (Rag.RED, Release.ASK)
    assert not asks_about_public(GREEN, EDITION)


def test_reasons_come_most_cautious_first_and_what_is_said_twice_shares_a_number() -> None:
    again = replace(CHARGE, start=9, end=12)
    found = reasons(verdict(Rag.RED, Release.ASK, GREEN.findings[0], CHARGE, again), EDITION)
    assert [(one["number"], one["repeated"]) for one in found] == [(1, False), (1, True), (2, False)]
    assert found[0]["title"] == EDITION.topics["charge-details"].name
    assert found[0]["reason"] == "“some”"
    assert found[0]["advice"]
    assert not found[2]["advice"]


def test_names_stand_in_a_row() -> None:
    assert named(["A"]) == "A"
    assert named(["A", "B"]) == "A and B"
    assert named(["A", "B", "C", "D"]) == "A, B and 2 others"
    assert (is_or_are(["A"]), is_or_are(["A", "B"]), is_or_are(["all Camden communicators"])) == ("is", "are", "are")
