"""Rows in doubt: found by reading the platform, else put before a person. Nothing is ever sent again to find out."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from posts import outbox
from posts.channels.base import ChannelError, Receipt
from posts.channels.registry import find_channel
from posts.domain.publication import PublicationStatus
from posts.domain.retries import next_look
from posts.models import Publication
from posts.services.outgoing import put_together
from posts.services.settling import record, settle, tell

log = logging.getLogger(__name__)
S = PublicationStatus
KNOWN_SINCE = timedelta(days=1)


def recover(now: datetime | None = None, limit: int = 10) -> int:
    """Take back lapsed claims and read the platforms for rows in doubt; return how many rows were looked into."""
    at = now or timezone.now()
    reap(at)
    rows = _claim(limit, at)
    for publication in rows:
        _look_into(publication, at)
    return len(rows)


@transaction.atomic(durable=True)
def reap(at: datetime) -> int:
    """Settle claims whose worker is gone; return how many sends were left in doubt."""
    lost = outbox.reap(at)
    for publication in lost:
        record(publication, "left-unanswered", {"error": publication.error})
    return len(lost)


@transaction.atomic(durable=True)
def _claim(limit: int, at: datetime) -> list[Publication]:
    return outbox.claim_to_reconcile(limit, at)


def _look_into(publication: Publication, at: datetime) -> None:
    found, absence_is_proof = _read_platform(publication)
    if found is not None:
        settle(publication, found, at)
    elif absence_is_proof:
        _queue_again(publication, at)
    else:
        _ask_a_person(publication, at)


def _read_platform(publication: Publication) -> tuple[Receipt | None, bool]:
    since = publication.claimed_at or publication.created_at
    try:
        channel = find_channel(publication.account.channel)
        found = channel.find(put_together(publication), since, _known(publication, since))
        return found, channel.absence_is_proof
    except ChannelError:
        return None, False
    except Exception:
        log.exception("The platform of publication %s could not be read", publication.pk)
        return None, False


def _known(publication: Publication, since: datetime) -> frozenset[str]:
    """Posts of this account that other rows own: the same words may have been sent twice on purpose."""
    others = Publication.objects.filter(account=publication.account_id, settled_at__gte=since - KNOWN_SINCE)
    return frozenset(others.exclude(pk=publication.pk).exclude(platform_id="").values_list("platform_id", flat=True))


@transaction.atomic(durable=True)
def _queue_again(publication: Publication, at: datetime) -> None:
    """The platform proves that it took nothing: the row goes back, and is judged again."""
    if outbox.settle(publication, S.QUEUED, at, due_at=at, settled_at=None, claim_token=""):
        record(publication, "put-off", {"error": "The platform shows that it took nothing."})


@transaction.atomic(durable=True)
def _ask_a_person(publication: Publication, at: datetime) -> None:
    looks = publication.attempts + 1
    pause = next_look(looks)
    if not outbox.look_again(publication, at + (pause or timedelta()), looks):
        return
    where = publication.account
    subject = f"No clear answer from {where}"
    if looks == 1:
        tell(
            publication, "unanswered", subject, f"{publication.error} We do not send twice: {where} is read again soon."
        )
    if pause is None:
        words = f"{publication.error} It is not to be found on {where}. Look there, then say whether it is out."
        tell(publication, "undecided", subject, words)
