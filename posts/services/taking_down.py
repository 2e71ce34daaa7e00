"""Taking down what was published: nothing is judged again, and a post in doubt is waited for."""

from datetime import datetime, timedelta

from django.db import transaction

from posts import outbox
from posts.channels.base import Channel, ChannelError, Outgoing, Receipt
from posts.domain.publication import Operation, PublicationStatus
from posts.models import Publication
from posts.services.outgoing import put_together
from posts.services.settling import record

S = PublicationStatus
IN_DOUBT = (S.SENDING, S.UNKNOWN)
WAIT_FOR_AN_ANSWER = timedelta(seconds=10)


def prepare_and_begin(publication: Publication, at: datetime) -> Outgoing | ChannelError | None:
    """Begin taking down what is out; wait while it may still come out, and give up where nothing ever did."""
    if not _begin(publication, at):
        return None
    try:
        return put_together(publication)
    except ChannelError as error:
        return error


def take_down(publication: Publication, channel: Channel, outgoing: Outgoing) -> Receipt:
    """Ask the channel to delete it; the receipt names what was deleted."""
    original = published_row(publication)
    channel.delete(outgoing, original.platform_id)
    return Receipt(original.platform_id, original.platform_url)


def published_row(deletion: Publication) -> Publication:
    """Return the row whose post this one takes down."""
    return Publication.objects.get(
        revision=deletion.revision_id, part=deletion.part_id, account=deletion.account_id, operation=Operation.PUBLISH
    )


@transaction.atomic(durable=True)
def _begin(publication: Publication, at: datetime) -> bool:
    standing = published_row(publication).status
    if standing in IN_DOUBT:
        outbox.put_off(publication, at + WAIT_FOR_AN_ANSWER)
        return False
    if standing != S.PUBLISHED:
        if outbox.turn_away(publication, S.CANCELLED, at, "Nothing of it was published"):
            record(publication, "cancelled", {"reason": "Nothing of it was published"})
        return False
    if not outbox.begin(publication, None, at):
        return False
    record(publication, "sending", {"attempt": publication.attempts + 1})
    return True
