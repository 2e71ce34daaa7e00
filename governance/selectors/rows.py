"""The rows that say what is in force, kept in the process for as long as the policy epoch stands.

Whatever changes one of them moves the epoch in the same transaction, and every move gives it a mark it never had. So
rows read after a mark are right for as long as that mark is read; what begins or ends by the clock alone is sorted out
by the moment asked for. Nothing is kept inside a transaction, which may yet be rolled back.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from governance.domain.guidance import Notice
from governance.domain.incident import IncidentLevel, IncidentScope
from governance.domain.rag import Rag, Release
from governance.models import EditionSwitch, GuidanceNotice, Incident, PolicyEpoch


@dataclass(frozen=True, slots=True)
class Switch:
    """An approved switch: from when on which edition applies."""

    applies_from: datetime
    slug: str
    digest: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Every switch, the latest first, and what was in force at `since` or may be later, with its two ends."""

    since: datetime
    switches: tuple[Switch, ...]
    notices: tuple[tuple[datetime, datetime, Notice], ...]
    incidents: tuple[tuple[datetime, datetime | None, IncidentScope], ...]

    def switch_at(self, at: datetime) -> Switch | None:
        """The one that applied last by then."""
        return next((one for one in self.switches if one.applies_from <= at), None)

    def notices_at(self, at: datetime) -> tuple[Notice, ...]:
        """Those that have begun and neither ended nor been withdrawn."""
        return tuple(notice for begin, end, notice in self.notices if begin <= at < end)

    def incidents_at(self, at: datetime) -> tuple[IncidentScope, ...]:
        """Those declared and not stood down.

        One that stands is in force whatever the clock of whoever asks: it was committed, so nothing goes out.
        """
        return tuple(scope for begin, end, scope in self.incidents if end is None or begin <= at < end)


def read_rows(at: datetime) -> tuple[int, Rows]:
    """The epoch, and rows read after it that are right for this moment."""
    value, mark = PolicyEpoch.objects.filter(pk=1).values_list("value", "mark").first() or (1, "")
    if not mark or transaction.get_connection().in_atomic_block:
        return value, _read(at)
    kept = _kept(mark)
    return value, kept if kept.since <= at else _read(at)


@lru_cache(maxsize=2)
def _kept(mark: str) -> Rows:
    return _read(timezone.now())


def _read(since: datetime) -> Rows:
    switches = EditionSwitch.objects.filter(approved_at__isnull=False).order_by("-applies_from", "-pk")
    notices = GuidanceNotice.objects.filter(Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=since), ends_at__gt=since)
    incidents = Incident.objects.filter(Q(stood_down_at__isnull=True) | Q(stood_down_at__gt=since))
    return Rows(
        since,
        tuple(Switch(*row) for row in switches.values_list("applies_from", "edition__slug", "edition__digest")),
        tuple(
            (row.starts_at, min(row.ends_at, row.withdrawn_at or row.ends_at), _notice(row))
            for row in notices.prefetch_related("units", "accounts").order_by("starts_at", "pk")
        ),
        tuple(
            (row.declared_at, row.stood_down_at, _scope(row))
            for row in incidents.prefetch_related("units", "speakers").order_by("declared_at", "pk")
        ),
    )


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
