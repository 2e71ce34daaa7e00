"""Declared incidents: who may still speak while one is in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from governance.domain.rag import Finding, FindingKind, Rag, Release


class IncidentLevel(StrEnum):
    """How grave the incident is. Only ``major`` stops everyone but the corporate accounts."""

    SILVER = "silver"
    GOLD = "gold"
    MAJOR = "major"


@dataclass(frozen=True, slots=True)
class IncidentScope:
    """An incident in force. Empty boroughs, channels or topics mean all of them.

    ``allowed_people`` are the user names that may post all the same.
    """

    slug: str
    title: str
    level: IncidentLevel
    boroughs: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    allowed_people: tuple[str, ...] = ()

    def covers(self, boroughs: Iterable[str], channels: Iterable[str], topics: Iterable[str]) -> bool:
        """Whether a post of these boroughs, channels and topics falls under the incident."""
        pairs = ((self.boroughs, boroughs), (self.channels, channels), (self.topics, topics))
        return all(not scope or not set(scope).isdisjoint(given) for scope, given in pairs)

    def stops(self, *, corporate: bool, shares_corporate: bool, author: str) -> bool:
        """Whether a post it covers must wait. Sharing corporate posts is always allowed."""
        return not (corporate or shares_corporate or author in self.allowed_people)


def incident_finding(incident: IncidentScope) -> Finding:
    """The finding that holds a post while the incident is in force. It changes no light."""
    return Finding(
        kind=FindingKind.INCIDENT,
        slug=incident.slug,
        rag=Rag.GREEN,
        release=Release.STOP,
        start=None,
        end=None,
        clause="2012 §36-37",
        reason=f"{incident.title}: a {incident.level} incident is in force, so this waits until it ends",
        advice="Share what the corporate accounts publish.",
    )
