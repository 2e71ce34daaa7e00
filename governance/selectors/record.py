"""The record as auditors and DMC admins read it, and the seals as everybody may."""

from dataclasses import dataclass

import rules
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from governance.domain.record import leaf_hash, merkle_path, root_from_path
from governance.models import AuditEvent, Seal, SealEntry
from governance.permissions import GovernancePermission as May

PAGE = 50


@dataclass(frozen=True, slots=True)
class SealProof:
    """Where an event stands in which seal, and the hashes that lead from it to the root."""

    seal: Seal
    place: int
    leaf: str
    path: list[tuple[str, str]]
    holds: bool


def events_seen_by(person: AbstractBaseUser | AnonymousUser) -> QuerySet[AuditEvent]:
    """Every event for whoever may read the record, none for others; the newest first."""
    events = AuditEvent.objects.select_related("actor").order_by("-pk")
    return events if rules.has_perm(May.SEE_RECORD, person) else events.none()


def has_happened(action: str) -> bool:
    """Whether the record holds any event of this action."""
    return AuditEvent.objects.filter(action=action).exists()


def seals() -> QuerySet[Seal]:
    """Every seal, the newest first."""
    return Seal.objects.order_by("-number")


def seal_proof(event: AuditEvent) -> SealProof | None:
    """How the event is proved by its seal, recomputed from the event as it stands now; None while it waits."""
    entry = SealEntry.objects.select_related("seal").filter(event=event).first()
    if entry is None:
        return None
    leaves = list(entry.seal.entries.order_by("position").values_list("leaf", flat=True))
    leaf, path = leaf_hash(event.sealed()), merkle_path(leaves, entry.position)
    return SealProof(entry.seal, entry.position + 1, leaf, path, root_from_path(leaf, path) == entry.seal.root)
