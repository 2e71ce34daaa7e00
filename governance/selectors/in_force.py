"""What policy says now: the edition in force, guidance, incidents and the epoch."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from governance.domain.guidance import Notice
from governance.domain.incident import IncidentScope
from governance.domain.policy import Edition, parse_edition, shipped_edition
from governance.models import Edition as EditionRow
from governance.models import PolicyEpoch
from governance.selectors.rows import Switch, read_rows
from governance.selectors.shipped import shipped_texts

FIRST_APPLIES_FROM = datetime(2026, 11, 2, tzinfo=ZoneInfo("Europe/London"))


@dataclass(frozen=True, slots=True)
class InForce:
    """The edition in force, read and ready, and since when."""

    edition: Edition
    slug: str
    digest: str
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """All that policy says at one moment, and the epoch that was read before it."""

    epoch: int
    edition: InForce
    guidance: tuple[Notice, ...]
    incidents: tuple[IncidentScope, ...]


def standing(at: datetime | None = None) -> Standing:
    """Everything in force by then, in one query as long as the epoch has not moved."""
    at = at or timezone.now()
    value, rows = read_rows(at)
    return Standing(value, _edition_of(rows.switch_at(at)), rows.notices_at(at), rows.incidents_at(at))


def edition_in_force(at: datetime | None = None) -> InForce:
    """The edition of the approved switch that applied last by then; before the first one, the shipped edition."""
    at = at or timezone.now()
    return _edition_of(read_rows(at)[1].switch_at(at))


def _edition_of(switch: Switch | None) -> InForce:
    if switch is None:
        shipped = shipped_edition(settings.EDITION_AT_FIRST)
        return InForce(shipped, shipped.slug, shipped.text_digest, shipped.name, FIRST_APPLIES_FROM)
    edition = read_edition(switch.digest)
    return InForce(edition, switch.slug, switch.digest, edition.name, switch.applies_from)


@lru_cache(maxsize=32)
def read_edition(digest: str) -> Edition:
    """A stored edition, parsed once a process; the shipped object itself where the text is the shipped one."""
    for shipped in shipped_texts():
        if shipped.digest == digest:
            return shipped_edition(shipped.slug)
    row = EditionRow.objects.get(digest=digest)
    return parse_edition(row.source, row.fragments.__getitem__)


def epoch() -> int:
    """The policy epoch now."""
    return PolicyEpoch.objects.filter(pk=1).values_list("value", flat=True).first() or 1


def guidance_in_force(at: datetime | None = None) -> tuple[Notice, ...]:
    """The notices in force: units by slug, accounts by number as text."""
    at = at or timezone.now()
    return read_rows(at)[1].notices_at(at)


def incidents_in_force(at: datetime | None = None) -> tuple[IncidentScope, ...]:
    """The incidents in force: units by slug, people by number as text. Their slug is "incident-<number>"."""
    at = at or timezone.now()
    return read_rows(at)[1].incidents_at(at)


def policy_line() -> str:
    """The policy in a few words: "MPS union, from 2 November 2026"."""
    in_force = edition_in_force()
    return f"{short_name(in_force.slug)}, from {date_format(timezone.localtime(in_force.since), 'j F Y')}"


def short_name(slug: str) -> str:
    """An edition's slug as people say it: "mps-2012" is "MPS 2012"."""
    first, *rest = slug.split("-")
    return " ".join([first.upper() if len(first) < 5 else first.capitalize(), *rest])
