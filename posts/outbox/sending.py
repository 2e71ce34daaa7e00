"""The send itself: when it begins, and what came of it."""

from datetime import datetime, timedelta
from typing import Any

from governance.services import epoch as policy_epoch
from posts.domain.publication import Operation, PublicationStatus
from posts.models import Publication

S = PublicationStatus
SEND_LEASE = timedelta(seconds=120)
FREE = {"claim_token": "", "lease_until": None}


def begin(publication: Publication, epoch: int | None, now: datetime) -> bool:
    """Begin the send: CLAIMED becomes SENDING, if the claim is still ours and the policy epoch is still `epoch`.

    Inside the caller's durable transaction, whose commit is the beginning. The epoch is held shared until then, so a
    stop either comes before and is seen, or waits and comes after. None skips the comparison (deletions).
    """
    current = policy_epoch.hold_shared()
    if epoch is not None and current != epoch:
        return False
    return _swap(publication, (S.CLAIMED,), S.SENDING, sending_at=now, lease_until=now + SEND_LEASE, epoch=current)


def settle(publication: Publication, status: PublicationStatus, now: datetime, **columns: Any) -> bool:
    """Write down what came of a send. False when somebody else already has; a late answer still settles an UNKNOWN.

    `columns` are the receipt (platform_id, platform_url), the refusal (error_kind, error) or the next try (due_at).
    """
    sources = (S.SENDING,) if status == S.UNKNOWN else (S.SENDING, S.UNKNOWN)
    columns = {"lease_until": None, "settled_at": now} | columns
    swapped = _swap(publication, sources, status, **columns)
    if swapped and status == S.FAILED and publication.operation == Operation.PUBLISH:
        _drop_the_parts_after(publication, now)
    return swapped


def turn_away(publication: Publication, status: PublicationStatus, now: datetime, reason: str = "") -> bool:
    """Give up a claimed row before its send: STOPPED or CANCELLED. False when it has moved on already."""
    return _swap(publication, (S.CLAIMED,), status, settled_at=now, error=reason[:300], **FREE)


def put_off(publication: Publication, until: datetime, **columns: Any) -> bool:
    """Put a claimed row back for later. False when it has moved on already."""
    return _swap(publication, (S.CLAIMED,), S.QUEUED, due_at=until, **FREE, **columns)


def refuse(publication: Publication, now: datetime, **columns: Any) -> bool:
    """Fail a claimed row that we could not prepare. False when it has moved on already."""
    return _swap(publication, (S.CLAIMED,), S.FAILED, settled_at=now, lease_until=None, **columns)


def look_again(publication: Publication, at: datetime, looks: int) -> bool:
    """Note that the platform was read in vain, and when it is read next."""
    return _swap(publication, (S.UNKNOWN,), S.UNKNOWN, due_at=at, attempts=looks, lease_until=None)


def send_again(publication: Publication, now: datetime) -> bool:
    """Queue a refused or stopped row once more because a person says so."""
    return _swap(publication, (S.FAILED, S.STOPPED), S.QUEUED, due_at=now, attempts=0, error="", error_kind="", **FREE)


def _swap(publication: Publication, sources: tuple[S, ...], target: S, **columns: Any) -> bool:
    mine = Publication.objects.filter(pk=publication.pk, status__in=sources, claim_token=publication.claim_token)
    return bool(mine.update(status=target, **columns))


def _drop_the_parts_after(publication: Publication, now: datetime) -> None:
    """A thread whose piece was refused ends there."""
    Publication.objects.filter(
        revision=publication.revision_id,
        account=publication.account_id,
        operation=Operation.PUBLISH,
        status__in=(S.QUEUED, S.CLAIMED),
        part__position__gt=publication.part.position,
    ).update(status=S.CANCELLED, settled_at=now, **FREE)
