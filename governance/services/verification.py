"""Proving the record: everything recomputed from the rows, compared with the seals and with the file outside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max

from governance.audit import mark_key
from governance.domain.record import NOTHING_BEFORE, leaf_hash, mac, merkle_root, payload_hash, seal_digest
from governance.models import AuditEvent, Seal, SealEntry
from governance.services.sealing import keys
from governance.services.sealing.sealer import unsealed

Outside = Mapping[int, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Proof:
    """How much was proved, and the first fault in plain words, if there is one."""

    seals: int
    events: int
    waiting: int
    fault: str = ""


def verify(outside: Outside) -> Proof:
    """Recompute the whole record. `outside` holds the lines of the file by number; it may be empty."""
    fault = next(_faults(outside), "")
    return Proof(Seal.objects.count(), AuditEvent.objects.count(), unsealed().count(), fault)


def _faults(outside: Outside) -> Iterator[str]:
    previous, number = NOTHING_BEFORE, 0
    for number, seal in enumerate(Seal.objects.order_by("number").iterator(), 1):
        if seal.number != number:
            yield _gone(number, outside.get(number, {}))
        entries = list(seal.entries.order_by("position"))
        said = outside.get(number, {})
        yield from _faults_of_places(seal, entries, said.get("events") or [])
        yield from _faults_of_events(seal, entries)
        yield from _faults_of_seal(seal, entries, previous)
        yield from _faults_outside(seal, said, max(outside, default=0))
        previous = seal.digest
    for later in sorted(found for found in outside if found > number):
        yield _gone(later, outside[later])
    yield from _copies()
    for event in unsealed().select_related("payload", "tombstone").iterator(chunk_size=1000):
        yield from _faults_of_event(event, marked=True)


def _gone(number: int, said: Mapping[str, Any]) -> str:
    events = said.get("events")
    first = f"event {events[0][0]}, the first of those it held" if events else "the events it held"
    return f"Seal {number} was removed, and with it {first}."


def _faults_of_places(seal: Seal, entries: list[SealEntry], listed: list[list[Any]]) -> Iterator[str]:
    """Whether every place holds one event, and the one that the file outside names."""
    for place in range(max(len(entries), seal.count)):
        entry = entries[place] if place < len(entries) else None
        known = listed[place] if place < len(listed) else None
        if entry is None or entry.position != place:
            which = f"Event {known[0]}" if known else f"The event at place {place + 1}"
            yield f"{which} was removed from seal {seal.number}."
        elif place >= seal.count:
            yield f"Event {entry.event_id} was inserted into seal {seal.number}."
        elif known and known[0] != entry.event_id:
            yield f"Event {entry.event_id} was inserted in the place of event {known[0]} in seal {seal.number}."
        elif known and known[1] != entry.leaf:
            yield f"Event {entry.event_id} was altered after seal {seal.number}, and its hash with it."


def _faults_of_events(seal: Seal, entries: list[SealEntry]) -> Iterator[str]:
    rows = AuditEvent.objects.select_related("payload", "tombstone")
    events = rows.in_bulk([entry.event_id for entry in entries])
    for entry in entries:
        event = events.get(entry.event_id)
        if event is None:
            yield f"Event {entry.event_id} was removed; seal {seal.number} still names it."
            continue
        if leaf_hash(event.sealed()) != entry.leaf:
            yield f"Event {event.pk} was altered after seal {seal.number}."
        yield from _faults_of_event(event, marked=seal.key_id == keys.key_id())


def _faults_of_event(event: AuditEvent, *, marked: bool) -> Iterator[str]:
    if marked and mac(mark_key(), event.said()) != event.mac:
        yield f"Event {event.pk} was inserted, or altered before it was sealed: the portal's mark is not on it."
    payload = getattr(event, "payload", None)
    if payload is not None and payload_hash(payload.salt, payload.body) != event.payload_hash:
        yield f"The payload of event {event.pk} was altered."
    if payload is None and getattr(event, "tombstone", None) is None:
        yield f"The payload of event {event.pk} was removed without a tombstone."


def _faults_of_seal(seal: Seal, entries: list[SealEntry], previous: str) -> Iterator[str]:
    which = f"seal {seal.number} (events {entries[0].event_id} to {entries[-1].event_id})"
    if merkle_root([entry.leaf for entry in entries]) != seal.root:
        yield f"An event of {which} was altered together with its hash."
    digest = seal_digest(
        number=seal.number, root=seal.root, previous=seal.previous, count=seal.count, at=seal.at, key_id=seal.key_id
    )
    if digest != seal.digest or seal.previous != previous:
        yield f"The row of {which} was altered: it does not follow from the seal before it."
    if seal.key_id == keys.key_id() and not keys.is_signed(seal.digest, seal.signature):
        yield f"The signature of {which} is not ours."


def _faults_outside(seal: Seal, said: Mapping[str, Any], last: int) -> Iterator[str]:
    if said and said["digest"] != seal.digest:
        yield f"Seal {seal.number} is not the one in the file outside."
    if not said and seal.number < last:
        yield f"Seal {seal.number} was inserted: the file outside does not know it."


def _copies() -> Iterator[str]:
    twice = AuditEvent.objects.values("mac").annotate(rows=Count("pk"), last=Max("pk")).filter(rows__gt=1)
    for found in twice.order_by("last")[:1]:
        yield f"Event {found['last']} was inserted: it is a copy of an earlier one."
