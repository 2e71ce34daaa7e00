"""Taking pictures in. What is kept is a master made anew; the file as it came is never stored."""

import hashlib
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from governance import audit
from posts.models import Media
from posts.services.pictures import Master, MediaRefused, make_master

if TYPE_CHECKING:
    from accounts.models import User

__all__ = ["MediaRefused", "store_upload"]


def store_upload(file: UploadedFile, actor: "User") -> Media:
    """Make a master of an uploaded picture and keep it. Raises MediaRefused, in words for the page; nothing is kept."""
    name = (file.name or "picture")[-200:]
    data = file.read(settings.IMAGE_LIMIT_BYTES + 1)
    if len(data) > settings.IMAGE_LIMIT_BYTES:
        raise MediaRefused(f"This picture is larger than {settings.IMAGE_LIMIT_BYTES // 1024**2} MB. Make it smaller.")
    return _keep(make_master(data, name), name, actor)


@transaction.atomic(durable=True)
def _keep(master: Master, name: str, actor: "User") -> Media:
    media = Media(
        uploaded_by=actor,
        original_name=name,
        content_type=master.content_type,
        digest=hashlib.sha256(master.data).hexdigest(),
        width=master.width,
        height=master.height,
        size=len(master.data),
        created_at=timezone.now(),
    )
    try:
        media.file.save(f"{media.digest}.{master.suffix}", ContentFile(master.data), save=False)
    except OSError:
        raise MediaRefused("There is no room to keep this picture now. Try again in a few minutes.") from None
    media.save()
    audit.record("media.stored", actor=actor, obj=media, payload={"digest": media.digest, "size": media.size})
    return media
