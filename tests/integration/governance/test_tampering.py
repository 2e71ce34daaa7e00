"""Whoever alters, removes or inserts an event past the portal is named by `verify_audit`."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from governance.domain.record import leaf_hash
from governance.models import AuditEvent, AuditPayload, AuditTombstone, Seal, SealEntry
from governance.services.sealing import outside, seal_what_is_new
from governance.services.verification import verify
from tests.integration.governance.records import event, events, past_the_triggers, sql

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.smoke]


def fault(seal_file: Path | None = None) -> str:
    lines = {found["number"]: found for found in outside.read(seal_file)} if seal_file else {}
    return verify(lines).fault


def test_verify_audit_ends_with_1_and_names_the_event() -> None:
    made = events(3)
    seal_what_is_new()
    with past_the_triggers():
        sql("UPDATE governance_auditevent SET action = 'other' WHERE id = %s", made[1].pk)
    heard = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("verify_audit", stderr=heard)
    assert ended.value.code == 1
    assert f"Event {made[1].pk} was altered" in heard.getvalue()


def test_the_first_of_two_altered_events_is_named() -> None:
    made = events(4)
    seal_what_is_new()
    with past_the_triggers():
        sql("UPDATE governance_auditevent SET object_id = 'x' WHERE id IN (%s, %s)", made[3].pk, made[2].pk)
    assert f"Event {made[2].pk} was altered" in fault()


def test_an_altered_payload_is_named() -> None:
    made = events(3)
    seal_what_is_new()
    with past_the_triggers():
        sql("UPDATE governance_auditpayload SET body = %s WHERE event_id = %s", json.dumps({"number": 7}), made[0].pk)
    assert fault() == f"The payload of event {made[0].pk} was altered."


def test_an_event_altered_together_with_its_hash_is_named_by_the_file_outside(seal_file: Path) -> None:
    made = events(3)
    seal_what_is_new()
    with past_the_triggers():
        sql("UPDATE governance_auditevent SET action = 'other' WHERE id = %s", made[1].pk)
        leaf = leaf_hash(AuditEvent.objects.get(pk=made[1].pk).sealed())
        sql("UPDATE governance_sealentry SET leaf = %s WHERE event_id = %s", leaf, made[1].pk)
    assert f"Event {made[1].pk} was altered" in fault(seal_file)
    assert fault() != ""


def test_a_removed_event_is_named(seal_file: Path) -> None:
    made = events(3)
    seal_what_is_new()
    with past_the_triggers():
        for table, column in (("sealentry", "event_id"), ("auditpayload", "event_id"), ("auditevent", "id")):
            sql(f"DELETE FROM governance_{table} WHERE {column} = %s", made[1].pk)
    assert fault(seal_file) == f"Event {made[1].pk} was removed from seal 1."
    assert fault() == "The event at place 2 was removed from seal 1."


def test_a_payload_removed_without_a_tombstone_is_named() -> None:
    made = events(2)
    seal_what_is_new()
    with past_the_triggers():
        sql("DELETE FROM governance_auditpayload WHERE event_id = %s", made[1].pk)
    assert fault() == f"The payload of event {made[1].pk} was removed without a tombstone."


def test_a_payload_that_retention_removed_breaks_nothing(seal_file: Path) -> None:
    made = events(2)
    seal_what_is_new()
    AuditTombstone.objects.create(event=made[0], rule="retention", at=timezone.now())
    AuditPayload.objects.filter(event=made[0]).delete()
    assert fault(seal_file) == ""


def test_an_event_inserted_past_the_portal_is_named_before_and_after_sealing() -> None:
    made = events(2)
    seal_what_is_new()
    forged = AuditEvent.objects.get(pk=made[0].pk)
    forged.pk, forged.action = made[1].pk + 1000, "forged"
    forged.save(force_insert=True)
    assert f"Event {forged.pk} was inserted" in fault()
    seal_what_is_new()
    assert f"Event {forged.pk} was inserted" in fault()


def test_a_copy_of_an_event_is_named() -> None:
    made = events(2)
    copy = AuditEvent.objects.get(pk=made[0].pk)
    copy.pk = made[1].pk + 1000
    copy.save(force_insert=True)
    assert fault() == f"Event {copy.pk} was inserted: it is a copy of an earlier one."


def test_an_event_squeezed_into_a_seal_is_named() -> None:
    events(2)
    seal_what_is_new()
    late = event()
    with past_the_triggers():
        SealEntry.objects.create(event=late, seal=Seal.objects.get(), position=2, leaf=leaf_hash(late.sealed()))
    assert fault() == f"Event {late.pk} was inserted into seal 1."


def test_seals_cut_from_the_end_are_missed_by_the_file_outside(seal_file: Path) -> None:
    events(1)
    seal_what_is_new()
    last = event()
    seal_what_is_new()
    with past_the_triggers():
        sql("DELETE FROM governance_sealentry WHERE event_id = %s", last.pk)
        sql("DELETE FROM governance_seal WHERE number = 2")
        sql("DELETE FROM governance_auditpayload WHERE event_id = %s", last.pk)
        sql("DELETE FROM governance_auditevent WHERE id = %s", last.pk)
    assert fault() == ""
    assert fault(seal_file) == f"Seal 2 was removed, and with it event {last.pk}, the first of those it held."


def test_a_seal_with_another_signature_is_named() -> None:
    events(1)
    seal_what_is_new()
    with past_the_triggers():
        sql("UPDATE governance_seal SET signature = %s", "00" * 64)
    assert "is not ours" in fault()


def test_a_seal_that_was_rewritten_is_named() -> None:
    events(2)
    seal_what_is_new()
    with past_the_triggers():
        sql("UPDATE governance_seal SET at = %s", timezone.now())
    assert "does not follow from the seal before it" in fault()


def test_a_seal_taken_out_of_the_chain_is_named(seal_file: Path) -> None:
    first = event()
    seal_what_is_new()
    event()
    seal_what_is_new()
    with past_the_triggers():
        sql("DELETE FROM governance_sealentry WHERE event_id = %s", first.pk)
        sql("DELETE FROM governance_seal WHERE number = 1")
    assert fault(seal_file) == f"Seal 1 was removed, and with it event {first.pk}, the first of those it held."
    assert fault() == "Seal 1 was removed, and with it the events it held."


def test_an_event_put_in_the_place_of_another_is_named_by_the_file_outside(seal_file: Path) -> None:
    made = events(2)
    seal_what_is_new()
    other = event()
    with past_the_triggers():
        sql("UPDATE governance_sealentry SET event_id = %s WHERE event_id = %s", other.pk, made[1].pk)
    assert fault(seal_file) == f"Event {other.pk} was inserted in the place of event {made[1].pk} in seal 1."


def test_a_file_of_other_seals_is_noticed(seal_file: Path) -> None:
    events(1)
    seal_what_is_new()
    (line,) = outside.read(seal_file)
    seal_file.write_text(json.dumps(line | {"digest": "0" * 64}) + "\n")
    assert fault(seal_file) == "Seal 1 is not the one in the file outside."


def test_a_seal_that_the_file_outside_never_held_is_named(seal_file: Path) -> None:
    for _ in range(2):
        event()
        seal_what_is_new()
    lines = seal_file.read_text().splitlines()
    seal_file.write_text(lines[1] + "\n")
    assert fault(seal_file) == "Seal 1 was inserted: the file outside does not know it."
