"""The only writer of audit events. Every use case calls `record` inside its own transaction."""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from governance.domain.record import JSON, canonical, mac, payload_hash
from governance.models import AuditEvent, AuditPayload

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

PERSON, PORTAL = "person", "portal"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one event says, before it is written."""

    action: str
    obj: models.Model
    unit_slug: str = ""
    payload: Mapping[str, JSON] | None = None


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
    return record_each([Entry(action, obj, unit_slug, payload)], actor=actor)[0]


def record_each(entries: Sequence[Entry], *, actor: "AbstractBaseUser | None" = None) -> list[AuditEvent]:
    """Write many events as `record` writes one, in as many queries as one."""
    if not transaction.get_connection().in_atomic_block:
        actions = ", ".join(sorted({entry.action for entry in entries}))
        raise RuntimeError(f"{actions} was to be recorded outside the transaction of what it records.")
    events, payloads = [], []
    for entry in entries:
        body, salt = json.loads(canonical(entry.payload or {})), secrets.token_hex(32)
        event = _event(entry, actor, payload_hash(salt, body))
        events.append(event)
        payloads.append(AuditPayload(event=event, salt=salt, body=body))
    AuditEvent.objects.bulk_create(events)
    for event, payload in zip(events, payloads, strict=True):
        payload.event = event
    AuditPayload.objects.bulk_create(payloads)
    return events


def _event(entry: Entry, actor: "AbstractBaseUser | None", hashed: str) -> AuditEvent:
    event = AuditEvent(
        at=timezone.now(),
        actor_id=actor.pk if actor else None,
        actor_kind=PERSON if actor else PORTAL,
        action=entry.action,
        object_type=entry.obj._meta.model_name or "",
        object_id=str(entry.obj.pk),
        unit_slug=entry.unit_slug,
        payload_hash=hashed,
    )
    event.mac = mac(mark_key(), event.said())
    return event


def mark_key() -> bytes:
    """The key of the events' marks, drawn from the sealing key; the database never sees it."""
    return hashlib.sha256(b"rag-portal event mark" + base64.urlsafe_b64decode(settings.SEAL_KEY)).digest()
