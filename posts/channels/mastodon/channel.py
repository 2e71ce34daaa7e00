"""The Mastodon room: sending, deleting and finding a status."""

from collections.abc import Collection
from contextlib import closing
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from mastodon import Mastodon
from mastodon.return_types import MediaAttachment

from posts.channels.base import ChannelError, ErrorKind, Limits, Outgoing, Picture, Receipt
from posts.channels.mastodon.matching import same_text
from posts.channels.mastodon.wire import Gone, Wire
from posts.channels.preview import PlainPreview

CLOCKS_MAY_DIFFER = timedelta(minutes=5)
READ_BACK = 40
LANGUAGE = "en"


class MastodonChannel(PlainPreview):
    """Statuses of one account on one server."""

    slug = "mastodon"
    label = "Mastodon"
    limits = Limits(
        length=500, pictures=4, picture_bytes=16_000_000, alt_text=1_500, counted_in="characters; a link counts 23"
    )
    absence_is_proof = False

    def send(self, outgoing: Outgoing) -> Receipt:
        """Upload the pictures, then post the status. Only an answer lost once that was handed over is UNKNOWN."""
        if outgoing.quoted_handle:
            raise ChannelError(ErrorKind.PERMANENT, "Quotes and reposts on Mastodon are not connected yet.")
        with closing(Wire()) as wire:
            client = _client(outgoing, wire)
            pictures = [_upload(client, wire, picture) for picture in outgoing.media]
            wire.the_next_request_counts()
            status = wire.ask(
                lambda: client.status_post(
                    outgoing.text,
                    in_reply_to_id=_status_replied_to(outgoing),
                    media_ids=pictures or None,
                    spoiler_text=outgoing.content_warning or None,
                    sensitive=bool(outgoing.content_warning),
                    visibility=outgoing.visibility,
                    language=LANGUAGE,
                    idempotency_key=outgoing.idempotency_key,
                )
            )
            return _receipt(status)

    def delete(self, outgoing: Outgoing, platform_id: str) -> None:
        """Delete the status. One that is not there any more counts as deleted."""
        with closing(Wire()) as wire:
            client = _client(outgoing, wire)
            try:
                wire.ask(lambda: client.status_delete(platform_id))
            except Gone:
                return

    def find(self, outgoing: Outgoing, since: datetime, known: Collection[str] = ()) -> Receipt | None:
        """Read the account's latest statuses for one with our text, made since then."""
        with closing(Wire()) as wire:
            client = _client(outgoing, wire)
            mine = wire.ask(lambda: client.account_verify_credentials().id)
            latest = wire.ask(lambda: list(client.account_statuses(mine, exclude_reblogs=True, limit=READ_BACK)))
        earliest = since - CLOCKS_MAY_DIFFER
        ours = (one for one in latest if str(one.id) not in known and _moment(one.created_at) >= earliest)
        found = next((one for one in ours if same_text(one.content, outgoing.text)), None)
        return None if found is None else _receipt(found)


def _client(outgoing: Outgoing, wire: Wire) -> Mastodon:
    return Mastodon(
        access_token=outgoing.secret,
        api_base_url=outgoing.base_url,
        ratelimit_method="throw",
        version_check_mode="none",
        session=wire,
        user_agent="rag-portal",
    )


def _upload(client: Mastodon, wire: Wire, picture: Picture) -> str:
    number, url = wire.ask(
        lambda: _number_and_url(
            client.media_post(str(picture.path), mime_type=picture.content_type, description=picture.alt)
        )
    )
    while url is None:
        wire.pause()
        _, url = wire.ask(lambda: _number_and_url(client.media(number)))
    return number


def _number_and_url(media: MediaAttachment) -> tuple[str, str | None]:
    return str(media.id), media.url


def _status_replied_to(outgoing: Outgoing) -> str | None:
    """Read the status out of its address; only one on the account's own server has a number we can name."""
    if not outgoing.in_reply_to:
        return None
    there, here = urlsplit(outgoing.in_reply_to), urlsplit(outgoing.base_url)
    number = there.path.rstrip("/").rpartition("/")[2]
    if there.netloc != here.netloc or not number.isdecimal():
        raise ChannelError(ErrorKind.PERMANENT, "The post replied to is not on this account's own server.")
    return number


def _receipt(status: object) -> Receipt:
    number, url = getattr(status, "id", None), getattr(status, "url", None)
    if not number:
        raise ChannelError(ErrorKind.UNKNOWN, "The server answered, but not with a status.")
    return Receipt(str(number), str(url or ""))


def _moment(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)
