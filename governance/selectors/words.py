"""How slugs of the policy are said: roles, releases and the rungs of ladders."""

from collections.abc import Iterable
from datetime import timedelta

from governance.domain.escalation import Step
from governance.domain.rag import Release

ROLES = {
    "spoc": "SPOC",
    "borough-support": "Borough Support",
    "social-media-team": "Social Media Team",
    "press-bureau": "Press Bureau",
    "communicator-on-duty": "communicator on duty",
    "head-of-dmc-on-call": "head of DMC on call",
}
RELEASES = {
    Release.GO: "Published at once",
    Release.TELL: "Published at once, and the communicator is told",
    Release.ASK: "Waits until somebody decides",
    Release.STOP: "Held until the stop ends",
}
CONDITIONS = {
    "at-once": "at once",
    "not-claimed": "if nobody has claimed it",
    "not-decided": "if nobody has decided it",
    "and-then": "if it still waits",
}


def people_called(slugs: Iterable[str]) -> str:
    """The audience of a rung or the deciders of a topic: "Borough Support, Press Bureau"."""
    names = ", ".join(ROLES.get(slug, slug.replace("-", " ")) for slug in slugs)
    return names[:1].upper() + names[1:]


def rung(step: Step) -> dict[str, str]:
    """One rung as two cells: when, and who is told."""
    asked = ", for information" if step.information else ""
    return {"when": _when(step), "who": people_called(step.audience) + asked}


def _when(step: Step) -> str:
    if not isinstance(step.after, timedelta):
        return "Next working morning, 08:00"
    if not step.after:
        return "At once"
    minutes = step.after.total_seconds() / 60
    return f"After {minutes:.0f} min, {CONDITIONS[step.condition]}"
