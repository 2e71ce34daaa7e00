"""Who works on which row: claims, their leases, and what becomes of a claim whose holder is gone.

Fair across accounts: one row of an account at a time, and none while the platform has asked that account to wait; so an
account that fails or crawls holds up nobody else.
"""

import secrets
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from posts.domain.publication import Operation, PublicationStatus
from posts.domain.retries import LOOKS
from posts.models import Publication

S = PublicationStatus
CLAIM_LEASE = timedelta(seconds=60)
RECONCILE_LEASE = timedelta(seconds=60)
THROTTLED = "throttled"
NOBODY_LEFT = "The worker that was sending it ended before it heard the answer."


def anything_due(now: datetime) -> bool:
    """Whether there is anything to claim: one index probe and no lock."""
    return Publication.objects.filter(status=S.QUEUED, due_at__lte=now).exists()


def anything_lost(now: datetime) -> bool:
    """Whether there is anything to take back or to reconcile: two index probes and no lock."""
    lapsed = Q(status__in=(S.CLAIMED, S.SENDING), lease_until__lt=now)
    in_doubt = Q(status=S.UNKNOWN, due_at__lte=now, attempts__lt=len(LOOKS))
    return any(Publication.objects.filter(one).exists() for one in (lapsed, in_doubt))


def claim_due(limit: int, now: datetime) -> list[Publication]:
    """Claim up to `limit` due rows, the longest due first, of as many accounts. Inside the caller's transaction.

    PostgreSQL skips rows that another worker is claiming; SQLite has one writer at a time. Either way the UPDATE counts
    only rows that are still QUEUED.
    """
    picked = {row.account_id: row for row in reversed(_locked(_due(now))[:limit])}
    if not picked:
        return []
    rows = sorted(picked.values(), key=lambda row: (row.due_at, row.pk))
    claim = {"claim_token": secrets.token_hex(16), "claimed_at": now, "lease_until": now + CLAIM_LEASE}
    still = Publication.objects.filter(pk__in=[row.pk for row in rows], status=S.QUEUED)
    if still.update(status=S.CLAIMED, **claim) != len(rows):
        raise RuntimeError("A row that was locked here has moved.")
    for row in rows:
        row.status = S.CLAIMED
        for name, value in claim.items():
            setattr(row, name, value)
    return rows


def claim_to_reconcile(limit: int, now: datetime) -> list[Publication]:
    """Lease up to `limit` UNKNOWN rows whose next look at the platform is due. Inside the caller's transaction."""
    due = Publication.objects.filter(_lease_lapsed(now), status=S.UNKNOWN, due_at__lte=now, attempts__lt=len(LOOKS))
    picked = [row.pk for row in _locked(due.order_by("due_at", "pk"))[:limit]]
    Publication.objects.filter(_lease_lapsed(now), pk__in=picked, status=S.UNKNOWN).update(
        lease_until=now + RECONCILE_LEASE
    )
    return list(_whole().filter(pk__in=picked, status=S.UNKNOWN))


def unclaim(publication: Publication) -> bool:
    """Put a claimed row back as it was; false when it has moved on meanwhile."""
    return bool(
        Publication.objects.filter(pk=publication.pk, status=S.CLAIMED, claim_token=publication.claim_token).update(
            status=S.QUEUED, claim_token="", lease_until=None
        )
    )


def reap(now: datetime) -> list[Publication]:
    """Settle claims whose holder is gone, and return the rows that became UNKNOWN.

    CLAIMED goes back to QUEUED: no send had begun. A SENDING deletion too: deleting twice does no harm. A SENDING post
    becomes UNKNOWN, and stays so until the platform has been read.
    """
    lapsed = Publication.objects.filter(lease_until__lt=now)
    lapsed.filter(status=S.CLAIMED).update(status=S.QUEUED, claim_token="", lease_until=None)
    lapsed.filter(status=S.SENDING, operation=Operation.DELETE).update(
        status=S.QUEUED, claim_token="", lease_until=None, attempts=F("attempts") + 1
    )
    lost = [row.pk for row in _locked(lapsed.filter(status=S.SENDING, operation=Operation.PUBLISH).order_by("pk"))]
    Publication.objects.filter(pk__in=lost, status=S.SENDING).update(
        status=S.UNKNOWN,
        lease_until=None,
        settled_at=now,
        due_at=now,
        attempts=0,
        error_kind="unknown",
        error=NOBODY_LEFT,
    )
    return list(_whole().filter(pk__in=lost, status=S.UNKNOWN))


def _due(now: datetime) -> QuerySet[Publication]:
    same_account = Publication.objects.filter(account=OuterRef("account"))
    busy = same_account.filter(status__in=(S.CLAIMED, S.SENDING))
    told_to_wait = same_account.filter(status=S.QUEUED, error_kind=THROTTLED, due_at__gt=now)
    parts_before = same_account.filter(
        revision=OuterRef("revision"), operation=Operation.PUBLISH, part__position__lt=OuterRef("part__position")
    ).exclude(status=S.PUBLISHED)
    return (
        _whole()
        .filter(status=S.QUEUED, due_at__lte=now)
        .filter(~Exists(busy), ~Exists(told_to_wait))
        .filter(Q(operation=Operation.DELETE) | ~Exists(parts_before))
    )


def _locked(rows: QuerySet[Publication]) -> QuerySet[Publication]:
    if connection.features.has_select_for_update_skip_locked:
        return rows.select_for_update(skip_locked=True, of=("self",))
    return rows


def _lease_lapsed(now: datetime) -> Q:
    return Q(lease_until__isnull=True) | Q(lease_until__lt=now)


def _whole() -> QuerySet[Publication]:
    rows = Publication.objects.select_related("account__unit", "part", "revision__post__unit", "revision__post__author")
    return rows.order_by("due_at", "pk")
