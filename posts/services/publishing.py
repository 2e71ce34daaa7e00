"""Publishing what is due: claim, check again, begin, send with no transaction open, settle. One row at a time."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from posts import outbox
from posts.channels.base import ChannelError, ErrorKind, Outgoing, Receipt
from posts.channels.registry import find_channel
from posts.domain.publication import Operation, PublicationStatus
from posts.domain.release import Outcome
from posts.domain.workflow import PostStatus
from posts.models import Post, Publication
from posts.services import release_check, taking_down
from posts.services.outgoing import put_together
from posts.services.problems import PostMovedOn
from posts.services.settling import own_up, record, settle

log = logging.getLogger(__name__)
S = PublicationStatus
A_MOMENT = timedelta(seconds=1)


def publish_due(now: datetime | None = None, limit: int = 50) -> int:
    """Send what is due, at most `limit` rows; return how many were taken up. Any number of these may run at once."""
    taken_up = 0
    while taken_up < limit:
        at = now or timezone.now()
        rows = claim(1, at)
        if not rows:
            break
        taken_up += 1
        work_on(rows[0], at)
    return taken_up


@transaction.atomic(durable=True)
def claim(limit: int, at: datetime) -> list[Publication]:
    """Claim due rows in a transaction of their own."""
    return outbox.claim_due(limit, at)


def work_on(publication: Publication, at: datetime) -> None:
    """Take one claimed row as far as it goes. A fault of our own before the send puts it off; it never loses it."""
    try:
        begun = _prepare_and_begin(publication, at)
    except PostMovedOn:
        _wait_a_moment(publication, at)
    except Exception:
        log.exception("Publication %s could not be prepared", publication.pk)
        own_up(publication, at)
    else:
        if begun is not None:
            settle(publication, _talk(publication, begun), max(at, timezone.now()))


def _prepare_and_begin(publication: Publication, at: datetime) -> Outgoing | ChannelError | None:
    """Return what is to be sent, or why it cannot be, once the send has begun; None when it has not."""
    if publication.operation == Operation.DELETE:
        return taking_down.prepare_and_begin(publication, at)
    checked = release_check.check(publication, at)
    if checked.outcome is not Outcome.SEND:
        _turn_away(publication, checked, at)
        return None
    try:
        outgoing: Outgoing | ChannelError = put_together(publication)
    except ChannelError as error:
        outgoing = error
    return outgoing if _begin(publication, checked, at) else None


def _turn_away(publication: Publication, checked: release_check.Check, at: datetime) -> None:
    release_check.act_on(publication, checked, at)
    status = S.STOPPED if checked.outcome is Outcome.HOLD else S.CANCELLED
    with transaction.atomic(durable=True):
        _give_up(publication, status, checked.reason, at)


def _give_up(publication: Publication, status: PublicationStatus, reason: str, at: datetime) -> None:
    if outbox.turn_away(publication, status, at, reason):
        record(publication, status.value, {"reason": reason})


@transaction.atomic(durable=True)
def _begin(publication: Publication, checked: release_check.Check, at: datetime) -> bool:
    """Begin the send. The post is locked first, as everybody does who moves it, then the epoch, then the row."""
    post = Post.objects.select_for_update(of=("self",)).select_related("unit").get(pk=publication.revision.post_id)
    current = post.status in (PostStatus.CLEARED, PostStatus.RELEASED)
    if not current or post.current_revision_id != publication.revision_id:
        _give_up(publication, S.CANCELLED, "The post was changed or taken back before it was sent", at)
        return False
    if release_check.is_withdrawn(post):
        _give_up(publication, S.CANCELLED, "The post was withdrawn before it was sent", at)
        return False
    if not outbox.begin(publication, checked.epoch, at):
        outbox.unclaim(publication)
        return False
    if post.status == PostStatus.CLEARED:
        release_check.on_release(post, checked, at)
    record(publication, "sending", {"attempt": publication.attempts + 1})
    return True


def _talk(publication: Publication, outgoing: Outgoing | ChannelError) -> Receipt | ChannelError:
    """Call the channel. Whatever it raises that it should not leaves the row in doubt."""
    if isinstance(outgoing, ChannelError):
        return outgoing
    try:
        channel = find_channel(publication.account.channel)
        if publication.operation == Operation.DELETE:
            return taking_down.take_down(publication, channel, outgoing)
        return channel.send(outgoing)
    except ChannelError as error:
        return error
    except Exception:
        log.exception("The channel failed over publication %s", publication.pk)
        return ChannelError(ErrorKind.UNKNOWN, "The portal lost track of the answer.")


@transaction.atomic(durable=True)
def _wait_a_moment(publication: Publication, at: datetime) -> None:
    outbox.put_off(publication, at + A_MOMENT)
