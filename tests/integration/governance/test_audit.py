"""Recording: one writer, inside a transaction, with a salted hash."""

import pytest
from django.db import transaction

from governance import audit
from governance.domain.record import payload_hash
from governance.models import AuditEvent, AuditPayload, PolicyEpoch
from tests.integration.governance.records import event


@pytest.mark.django_db(transaction=True)
@pytest.mark.smoke
def test_nothing_is_recorded_outside_a_transaction() -> None:
    with pytest.raises(RuntimeError, match="outside the transaction"):
        audit.record("thing.done", actor=None, obj=PolicyEpoch(pk=1))


@pytest.mark.django_db
def test_an_event_without_an_actor_was_done_by_the_portal() -> None:
    assert event().actor_kind == "portal"


@pytest.mark.django_db
@pytest.mark.smoke
def test_an_event_keeps_only_the_salted_hash_of_its_payload() -> None:
    made = event(note="naïve – “quoted”", deep={"list": [1, 2.5, None, True]})
    payload = AuditPayload.objects.get(event=made)
    assert made.payload_hash == payload_hash(payload.salt, payload.body)


@pytest.mark.django_db
def test_the_same_payload_twice_has_two_hashes() -> None:
    assert event(word="same").payload_hash != event(word="same").payload_hash


@pytest.mark.django_db(transaction=True)
def test_an_event_goes_with_the_transaction_it_was_recorded_in() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        audit.record("thing.done", actor=None, obj=PolicyEpoch(pk=1))
        raise ZeroDivisionError
    assert not AuditEvent.objects.filter(action="thing.done").exists()
