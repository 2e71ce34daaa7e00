"""Sealing, and proving the record against every kind of tampering."""

from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from governance import tasks
from governance.domain.record import NOTHING_BEFORE, leaf_hash, merkle_root
from governance.models import AuditEvent, Seal, SealEntry
from governance.services.sealing import outside, seal_what_is_new, sealer
from governance.services.verification import verify
from tests.integration.governance.records import event, events, past_the_triggers, sql

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.smoke]


def fault(seal_file: Path | None = None) -> str:
    lines = {found["number"]: found for found in outside.read(seal_file)} if seal_file else {}
    return verify(lines).fault


def test_every_event_is_sealed_once_and_in_order() -> None:
    made = events(5)
    assert seal_what_is_new() == 5
    assert list(SealEntry.objects.order_by("position").values_list("event_id", flat=True)) == [e.pk for e in made]
    assert seal_what_is_new() == 0


def test_a_seal_holds_the_root_over_its_events_and_the_seal_before_it() -> None:
    first = events(3)
    seal_what_is_new()
    events(2)
    seal_what_is_new()
    one, two = Seal.objects.order_by("number")
    assert one.root == merkle_root([leaf_hash(AuditEvent.objects.get(pk=e.pk).sealed()) for e in first])
    assert (one.previous, two.previous) == (NOTHING_BEFORE, one.digest)


def test_a_seal_takes_no_more_than_its_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealer, "MOST_A_SEAL", 2)
    events(5)
    seal_what_is_new()
    assert list(Seal.objects.order_by("number").values_list("count", flat=True)) == [2, 2, 1]
    assert fault() == ""


def test_an_event_that_came_late_below_others_is_sealed_after_them() -> None:
    made = events(3)
    with past_the_triggers():
        sql("DELETE FROM governance_auditpayload WHERE event_id = %s", made[1].pk)
        late = AuditEvent.objects.get(pk=made[1].pk)
        AuditEvent.objects.filter(pk=late.pk).delete()
    seal_what_is_new()
    late.save(force_insert=True)
    assert seal_what_is_new() == 1
    assert SealEntry.objects.get(event=late).seal.number == 2


def test_the_file_outside_says_what_the_rows_say(seal_file: Path) -> None:
    events(3)
    seal_what_is_new()
    (line,) = outside.read(seal_file)
    seal = Seal.objects.get()
    assert line["digest"] == seal.digest
    assert line["events"] == [[e.event_id, e.leaf] for e in seal.entries.order_by("position")]


def test_a_file_that_fell_behind_is_brought_up_to_date(seal_file: Path) -> None:
    for _ in range(3):
        events(1)
        seal_what_is_new()
    first = seal_file.read_text().splitlines()[0]
    seal_file.write_text(first + "\n" + '{"number": 2, "cut sho')
    outside.catch_up()
    assert [line["number"] for line in outside.read(seal_file)] == [1, 2, 3]


def test_a_whole_record_is_proved(seal_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events(4)
    seal_what_is_new()
    event()
    call_command("verify_audit")
    assert "5 events, 1 seals, 1 events not sealed yet" in capsys.readouterr().out


def test_verify_audit_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no file"):
        call_command("verify_audit", seals=tmp_path / "nowhere")


def test_the_doorbell_seals_what_is_new() -> None:
    events(3)
    tasks.seal_record()
    assert SealEntry.objects.count() == 3


def test_only_what_has_no_seal_is_looked_for_above_what_settled_long_ago() -> None:
    with time_machine.travel(timezone.now() - 2 * sealer.SETTLED, tick=True):
        old = events(2)
        seal_what_is_new()
    new = event()
    assert sealer._settled_up_to(timezone.now()) == old[-1].pk
    assert seal_what_is_new() == 1
    assert SealEntry.objects.get(event=new).seal.number == 2
    assert seal_what_is_new(from_the_beginning=True) == 0
