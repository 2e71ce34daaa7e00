"""What a publication row says, put together for its channel."""

import hashlib
from pathlib import Path

from django.conf import settings

from accounts.services import credentials
from posts.channels.base import ChannelError, ErrorKind, Outgoing, Picture
from posts.models import Part, Publication
from posts.services.content_of import fetch_parts

OURS = "noticeboard"


def put_together(publication: Publication) -> Outgoing:
    """Return everything the channel needs. Raises ChannelError where something is missing that no retry brings."""
    account, revision = publication.account, publication.revision
    part = next(one for one in fetch_parts(revision) if one.pk == publication.part_id)
    ours = account.channel == OURS
    return Outgoing(
        text=_text(part, account.channel),
        idempotency_key=idempotency_key(publication),
        reference=publication.pk,
        handle=account.handle,
        base_url=settings.PUBLIC_URL if ours else account.base_url,
        secret="" if ours else _secret(publication),
        media=tuple(_pictures(part)),
        content_warning=revision.content_warning,
        in_reply_to=revision.in_reply_to,
        quoted_handle=revision.quoted_handle,
    )


def idempotency_key(publication: Publication) -> str:
    """Return the name by which a platform knows this row again, always the same for the same row and content."""
    words = f"rag-portal:{publication.pk}:{publication.revision.decision_digest}"
    return hashlib.sha256(words.encode()).hexdigest()


def _text(part: Part, channel: str) -> str:
    return next((one.text for one in part.variants.all() if one.channel == channel), part.text)


def _secret(publication: Publication) -> str:
    try:
        return credentials.reveal(publication.account)
    except credentials.NoCredential as error:
        raise ChannelError(ErrorKind.PERMANENT, str(error)) from None


def _pictures(part: Part) -> list[Picture]:
    return [Picture(Path(one.media.file.path), one.alt_text, one.media.content_type) for one in part.pictures.all()]
