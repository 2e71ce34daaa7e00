"""The send itself: when it begins, and what came of it."""

from datetime import datetime, timedelta

from governance.services import epoch as policy_epoch
from posts.domain.publication import Operation, PublicationStatus
from posts.models import Publication

S = PublicationStatus
SEND_LEASE = timedelta(seconds=120)


def begin(publication: Publication, epoch: int | None, now: datetime) -> bool:
    """Begin the send: CLAIMED becomes SENDING, if the claim is still ours and the policy epoch is still `epoch`.

    Inside the caller's durable transaction, whose commit is the beginning. The epoch is held shared until then, so a
    stop either comes before and is seen, or waits and comes after. None skips the comparison (deletions).
    """
    current = policy_epoch.hold_shared()
    if epoch is not None and current != epoch:
        return False
    return bool(
        Publication.objects.filter(pk=publication.pk, status=S.CLAIMED, claim_token=publication.claim_token).update(
            status=S.SENDING, sending_at=now, lease_until=now + SEND_LEASE, epoch=current
        )
    )


def settle(publication: Publication, status: PublicationStatus, now: datetime, **columns: object) -> bool:
    """Write down what came of a send. False when somebody else already has; a late answer still settles an UNKNOWN.

    `columns` are the receipt (platform_id, platform_url) or the refusal (error_kind, error, attempts, due_at).
    """
    sources = (S.SENDING,) if status == S.UNKNOWN else (S.SENDING, S.UNKNOWN)
    swapped = Publication.objects.filter(
        pk=publication.pk, status__in=sources, claim_token=publication.claim_token
    ).update(status=status, lease_until=None, settled_at=now, **columns)
    if swapped and status == S.FAILED and publication.operation == Operation.PUBLISH:
        _drop_the_parts_after(publication, now)
    return bool(swapped)


def _drop_the_parts_after(publication: Publication, now: datetime) -> None:
    """A thread whose piece was refused ends there."""
    Publication.objects.filter(
        revision=publication.revision_id,
        account=publication.account_id,
        operation=Operation.PUBLISH,
        status__in=(S.QUEUED, S.CLAIMED),
        part__position__gt=publication.part.position,
    ).update(status=S.CANCELLED, claim_token="", lease_until=None, settled_at=now)
