"""The question at the moment of release, over the whole of its plain inputs."""

from itertools import product

import pytest

from governance.domain.rag import Assessment, Finding, FindingKind, Rag, Release
from posts.domain.release import Outcome, decide


def finding(kind: FindingKind, slug: str, rag: Rag, release: Release) -> Finding:
    return Finding(kind, slug, rag, release, None, None, "a clause", f"because of {slug}")


def verdict(rag: Rag = Rag.GREEN, release: Release = Release.GO, *findings: Finding) -> Assessment:
    return Assessment(rag, release, rag, (), (), findings, "mps-union", "test", "")


ASKS = verdict(Rag.RED, Release.ASK, finding(FindingKind.TOPIC, "charge-details", Rag.RED, Release.ASK))
GREEN = verdict()
STOPPED = verdict(Rag.GREEN, Release.STOP, finding(FindingKind.INCIDENT, "canal", Rag.GREEN, Release.STOP))


def ask(now: Assessment, before: Assessment, **facts: object) -> Outcome:
    given = {"approved": False, "bypassed": False, "late": False, "late_choice": "publish"} | facts
    return decide(now, cleared_on=before, **given)[0]


@pytest.mark.parametrize(("approved", "bypassed", "late"), list(product((True, False), repeat=3)))
def test_no_approval_or_bypass_releases_what_a_stop_holds(approved: bool, bypassed: bool, late: bool) -> None:
    assert ask(STOPPED, GREEN, approved=approved, bypassed=bypassed, late=late) is Outcome.HOLD


@pytest.mark.parametrize("release", [Release.GO, Release.TELL])
def test_what_need_not_be_asked_goes_out(release: Release) -> None:
    assert ask(verdict(Rag.GREEN, release), GREEN) is Outcome.SEND


def test_an_approved_red_goes_out_if_nothing_got_worse() -> None:
    assert ask(ASKS, ASKS, approved=True) is Outcome.SEND


def test_an_approval_does_not_cover_a_new_red_finding() -> None:
    worse = ASKS.with_findings([finding(FindingKind.GUIDANCE, "fireworks", Rag.RED, Release.ASK)])
    assert ask(worse, ASKS, approved=True) is Outcome.ASK


def test_a_green_that_turned_red_is_asked_about_with_the_reason() -> None:
    outcome, reason = decide(ASKS, cleared_on=GREEN, approved=False, bypassed=False, late=False, late_choice="publish")
    assert outcome is Outcome.ASK
    assert reason == "Was Green, now Red: because of charge-details"


def test_a_bypass_skips_the_approval_alone() -> None:
    assert ask(ASKS, ASKS, bypassed=True) is Outcome.SEND
    victim = finding(FindingKind.CHECK, "sexual-offence-victim", Rag.RED, Release.ASK)
    assert ask(ASKS.with_findings([victim]), ASKS, bypassed=True) is Outcome.ASK


@pytest.mark.parametrize(
    ("choice", "outcome"), [("publish", Outcome.SEND), ("expire", Outcome.EXPIRE), ("reschedule", Outcome.ASK)]
)
def test_a_late_post_follows_its_authors_choice(choice: str, outcome: Outcome) -> None:
    assert ask(GREEN, GREEN, late=True, late_choice=choice) is outcome
