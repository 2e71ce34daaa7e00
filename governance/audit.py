"""The only writer of audit events. Every use case calls `record` inside its own transaction."""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from governance.domain.record import JSON, canonical, mac, payload_hash
from governance.models import AuditEvent, AuditPayload

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

PERSON, PORTAL = "person", "portal"


def record(
    action: str,
    *,
    actor: "AbstractBaseUser | None",
    obj: models.Model,
    unit_slug: str = "",
    payload: Mapping[str, JSON] | None = None,
) -> AuditEvent:
    """Write one event about `obj`, together with whatever else the open transaction writes.

    `action` is "<noun>.<verb in the past>", such as "post.approved". Without an actor the portal itself did it.
    The payload is JSON; the event keeps only its salted hash. RuntimeError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{action} was to be recorded outside the transaction of what it records.")
    body = json.loads(canonical(payload or {}))
    salt = secrets.token_hex(32)
    event = AuditEvent(
        at=timezone.now(),
        actor_id=actor.pk if actor else None,
        actor_kind=PERSON if actor else PORTAL,
        action=action,
        object_type=obj._meta.model_name or "",
        object_id=str(obj.pk),
        unit_slug=unit_slug,
        payload_hash=payload_hash(salt, body),
    )
    event.mac = mac(mark_key(), event.said())
    event.save(force_insert=True)
    AuditPayload.objects.create(event=event, salt=salt, body=body)
    return event


def mark_key() -> bytes:
    """The key of the events' marks, drawn from the sealing key; the database never sees it."""
    return hashlib.sha256(b"rag-portal event mark" + base64.urlsafe_b64decode(settings.SEAL_KEY)).digest()
