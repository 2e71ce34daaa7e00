"""May this go out now? The question at the moment of release, in plain values (rag-policy: "When it is judged")."""

from datetime import datetime, timedelta
from enum import StrEnum

from governance.domain.rag import Assessment, FindingKind, Release


class Outcome(StrEnum):
    """What the last check says."""

    SEND = "send"
    HOLD = "hold"
    ASK = "ask"
    CANCEL = "cancel"
    EXPIRE = "expire"


VICTIMS = frozenset({"sexual-offence-victim", "juvenile-identified"})


def decide(
    now: Assessment, *, cleared_on: Assessment, approved: bool, bypassed: bool, late: bool, late_choice: str
) -> tuple[Outcome, str]:
    """Return the outcome and why, in plain words. An approval or bypass never releases what a stop holds."""
    if now.release is Release.STOP:
        return Outcome.HOLD, _reason(now, Release.STOP)
    if late and late_choice == "expire":
        return Outcome.EXPIRE, "Its time had passed, and its author chose to let it expire"
    if late and late_choice == "reschedule":
        return Outcome.ASK, "Its time had passed, and its author chose to set a new one"
    if bypassed:
        return _bypassed(now)
    if now.release is not Release.ASK:
        return Outcome.SEND, ""
    if approved and not now.got_worse_than(cleared_on):
        return Outcome.SEND, ""
    return Outcome.ASK, _worse(now, cleared_on)


def is_late(meant_for: datetime, grace_minutes: int, now: datetime) -> bool:
    """Whether the time a post was meant for has passed by more than the edition's grace."""
    return now - meant_for > timedelta(minutes=grace_minutes)


def _bypassed(now: Assessment) -> tuple[Outcome, str]:
    named = [one for one in now.findings if one.kind is FindingKind.CHECK and one.slug in VICTIMS]
    if named:
        return Outcome.ASK, named[0].reason
    return Outcome.SEND, ""


def _worse(now: Assessment, before: Assessment) -> str:
    known = {finding.identity for finding in before.findings}
    fresh = [one for one in now.findings if one.is_serious and one.identity not in known]
    was = f"Was {before.rag.capitalize()}, now {now.rag.capitalize()}"
    return f"{was}: {fresh[0].reason}" if fresh else was


def _reason(now: Assessment, release: Release) -> str:
    return next(one.reason for one in now.findings if one.release is release)
