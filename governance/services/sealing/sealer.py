"""The one sealer: takes the events that no seal holds yet, in the order of their numbers, and seals them.

Numbers are given out before transactions commit, so an event may appear below others that are sealed already.
The sealer therefore looks for events without an entry, not for events above the last one. So as not to walk over a
million sealed ones each time, it begins at the highest event of the newest seal that is older than `SETTLED`: no
transaction stays open that long, so nothing can appear below it any more. `from_the_beginning` looks at everything.
"""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.utils import timezone

from governance.domain.record import NOTHING_BEFORE, leaf_hash, merkle_root, seal_digest
from governance.models import AuditEvent, Seal, SealEntry
from governance.services.sealing import keys, outside

MOST_A_SEAL = 1000
SETTLED = timedelta(minutes=30)
LOCK = 7_214_001  # the advisory lock of the sealer on PostgreSQL


def seal_what_is_new(*, from_the_beginning: bool = False) -> int:
    """Seal every event not sealed yet, at most a thousand a seal; bring the file outside up to date; say how many."""
    sealed = 0
    while count := _seal_once(0 if from_the_beginning else _settled_up_to(timezone.now())):
        sealed += count
    outside.catch_up()
    return sealed


def unsealed(after: int = 0) -> QuerySet[AuditEvent]:
    """The events above this number that no seal holds, in the order of their numbers."""
    entry = SealEntry.objects.filter(event=OuterRef("pk"), event_id__gt=after)
    return AuditEvent.objects.filter(~Exists(entry), pk__gt=after).order_by("pk")


def _seal_once(after: int) -> int:
    if not unsealed(after).exists():
        return 0
    with transaction.atomic(durable=True):
        if not _alone():
            return 0
        events = list(unsealed(after)[:MOST_A_SEAL])
        if events:
            _seal(events, timezone.now())
        return len(events)


def _alone() -> bool:
    """Whether this transaction is the only sealer; on SQLite it holds the write lock already."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def _seal(events: list[AuditEvent], at: datetime) -> Seal:
    leaves = [leaf_hash(event.sealed()) for event in events]
    last = Seal.objects.order_by("-number").first()
    number = last.number + 1 if last else 1
    previous = last.digest if last else NOTHING_BEFORE
    root, key_id = merkle_root(leaves), keys.key_id()
    digest = seal_digest(number=number, root=root, previous=previous, count=len(leaves), at=at, key_id=key_id)
    seal = Seal.objects.create(
        number=number,
        root=root,
        previous=previous,
        count=len(leaves),
        digest=digest,
        signature=keys.sign(digest),
        key_id=key_id,
        at=at,
    )
    SealEntry.objects.bulk_create(
        SealEntry(event=event, seal=seal, position=position, leaf=leaf)
        for position, (event, leaf) in enumerate(zip(events, leaves, strict=True))
    )
    return seal


def _settled_up_to(now: datetime) -> int:
    newest = Seal.objects.filter(at__lt=now - SETTLED).order_by("-number").first()
    return (newest.entries.aggregate(highest=Max("event_id"))["highest"] or 0) if newest else 0
