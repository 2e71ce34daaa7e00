"""Into the queue and out of it, before anything is sent; and the doorbell that wakes a worker."""

from collections.abc import Iterable
from datetime import datetime

from celery import current_app
from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from posts.domain.publication import Operation, PublicationStatus
from posts.models import Part, Publication, Revision

S = PublicationStatus
RUNG = "posts.outbox.rung"
NEVER_SENT = (S.QUEUED, S.CLAIMED, S.STOPPED)
MAY_BE_OUT = (S.SENDING, S.PUBLISHED, S.UNKNOWN)
ONCE_MORE = {
    Operation.PUBLISH: (S.STOPPED, S.CANCELLED),
    Operation.DELETE: (S.STOPPED, S.CANCELLED, S.FAILED),
}


def enqueue(revision: Revision, *, due_at: datetime) -> QuerySet[Publication]:
    """Queue every part of the revision for each of its accounts. Rows that were stopped or cancelled are queued again.

    Calling it twice changes nothing that is already on its way or out.
    """
    accounts = revision.accounts.order_by("pk").values_list("pk", flat=True)
    places = [(part, account) for part in revision.parts.all() for account in accounts]
    return _queue(revision, Operation.PUBLISH, places, due_at)


def enqueue_deletion(revision: Revision, *, due_at: datetime) -> QuerySet[Publication]:
    """Queue the taking down of whatever of this revision is out, may be out, or is being sent now; cancel the rest.

    A taking down that was refused is tried again: twice does no harm.
    """
    cancel(revision)
    out = Publication.objects.filter(revision=revision, operation=Operation.PUBLISH, status__in=MAY_BE_OUT)
    places = [(row.part, row.account_id) for row in out.select_related("part").order_by("pk")]
    return _queue(revision, Operation.DELETE, places, due_at)


def cancel(revision: Revision) -> int:
    """Take back whatever of the revision no send has begun for. Returns how many; the rest is out or on its way."""
    return _take_back(revision, NEVER_SENT, S.CANCELLED)


def stop(revision: Revision) -> int:
    """Stop whatever of the revision no send has begun for, until `enqueue` is called for it again."""
    return _take_back(revision, (S.QUEUED, S.CLAIMED), S.STOPPED)


def nudge() -> None:
    """Ring for a worker once the caller's transaction has committed; beat rings too, so a lost ring does no harm."""
    transaction.on_commit(_ring, robust=True)


def hear_bell() -> None:
    """Note, before looking, that a worker comes: whoever commits after this rings again."""
    cache.delete(RUNG)


def _queue(
    revision: Revision, operation: Operation, places: Iterable[tuple[Part, int]], due_at: datetime
) -> QuerySet[Publication]:
    mine = Publication.objects.filter(revision=revision, operation=operation)
    mine.filter(status__in=ONCE_MORE[operation]).update(
        status=S.QUEUED, due_at=due_at, attempts=0, error="", error_kind="", settled_at=None, claim_token=""
    )
    rows = [
        Publication(
            revision=revision,
            part=part,
            account_id=account,
            operation=operation,
            due_at=due_at,
            created_at=timezone.now(),
        )
        for part, account in places
    ]
    Publication.objects.bulk_create(rows, ignore_conflicts=True)
    nudge()
    return mine.order_by("pk")


def _take_back(revision: Revision, sources: Iterable[PublicationStatus], target: PublicationStatus) -> int:
    rows = Publication.objects.filter(revision=revision, operation=Operation.PUBLISH, status__in=list(sources))
    return rows.update(status=target, claim_token="", lease_until=None, settled_at=timezone.now())


def _ring() -> None:
    """Ring once until somebody comes, for a second at most: in a burst one look finds all that was committed."""
    if cache.add(RUNG, True, 1):
        current_app.send_task("posts.publish_due", expires=5, retry=False)
