"""What policy says now: the edition in force, guidance, incidents and the epoch."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from governance.domain.guidance import Notice
from governance.domain.incident import IncidentLevel, IncidentScope
from governance.domain.policy import Edition, parse_edition, shipped_edition
from governance.domain.rag import Rag, Release
from governance.models import Edition as EditionRow
from governance.models import EditionSwitch, GuidanceNotice, Incident, PolicyEpoch
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


def edition_in_force(at: datetime | None = None) -> InForce:
    """The edition of the approved switch that applied last by then; before the first one, the shipped edition."""
    row = (
        EditionSwitch.objects.filter(applies_from__lte=at or timezone.now(), approved_at__isnull=False)
        .order_by("-applies_from", "-pk")
        .values_list("edition__slug", "edition__digest", "applies_from")
        .first()
    )
    if row is None:
        shipped = shipped_edition(settings.EDITION_AT_FIRST)
        return InForce(shipped, shipped.slug, shipped.text_digest, shipped.name, FIRST_APPLIES_FROM)
    edition = read_edition(row[1])
    return InForce(edition, row[0], row[1], edition.name, row[2])


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
    rows = GuidanceNotice.objects.filter(
        Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=at), starts_at__lte=at, ends_at__gt=at
    )
    return tuple(_notice(row) for row in rows.prefetch_related("units", "accounts").order_by("starts_at", "pk"))


def incidents_in_force(at: datetime | None = None) -> tuple[IncidentScope, ...]:
    """The incidents in force: units by slug, people by number as text. Their slug is "incident-<number>"."""
    at = at or timezone.now()
    rows = Incident.objects.filter(Q(stood_down_at__isnull=True) | Q(stood_down_at__gt=at), declared_at__lte=at)
    return tuple(_scope(row) for row in rows.prefetch_related("units", "speakers").order_by("declared_at", "pk"))


def policy_line() -> str:
    """The policy in a few words: "MPS union, from 2 November 2026"."""
    in_force = edition_in_force()
    return f"{short_name(in_force.slug)}, from {date_format(timezone.localtime(in_force.since), 'j F Y')}"


def short_name(slug: str) -> str:
    """An edition's slug as people say it: "mps-2012" is "MPS 2012"."""
    first, *rest = slug.split("-")
    return " ".join([first.upper() if len(first) < 5 else first.capitalize(), *rest])


def _notice(row: GuidanceNotice) -> Notice:
    return Notice(
        slug=row.slug,
        title=row.title,
        words=tuple(row.words),
        light=Rag(row.light),
        release=Release(row.release),
        starts=row.starts_at,
        ends=row.ends_at,
        units=tuple(unit.slug for unit in row.units.all()),
        accounts=tuple(str(account.pk) for account in row.accounts.all()),
    )


def _scope(row: Incident) -> IncidentScope:
    return IncidentScope(
        slug=f"incident-{row.pk}",
        title=row.title,
        level=IncidentLevel(row.level),
        boroughs=tuple(unit.slug for unit in row.units.all()),
        channels=tuple(row.channels),
        topics=tuple(row.topics),
        allowed_people=tuple(str(person.pk) for person in row.speakers.all()),
    )
