"""Tables that only grow: the database itself refuses."""

from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from governance.models import AuditEvent, AuditPayload, AuditTombstone
from governance.services.append_only import drop_triggers, missing_triggers, write_triggers
from governance.services.append_only.tables import append_only_tables
from tests.integration.governance.records import event, sql

pytestmark = [pytest.mark.django_db, pytest.mark.smoke]
EXPECTED = {
    "governance_auditevent",
    "governance_auditpayload",
    "governance_audittombstone",
    "governance_seal",
    "governance_sealentry",
    "posts_assessment",
    "posts_comment",
    "posts_part",
    "posts_partmedia",
    "posts_review",
    "posts_revision",
    "posts_revision_accounts",
    "posts_transition",
    "posts_variant",
}


def refused(statement: str, *values: Any) -> bool:
    try:
        with transaction.atomic():
            sql(statement, *values)
    except DatabaseError as error:
        return "only grows" in str(error)
    return False


def test_every_table_of_the_record_and_of_what_was_sent_only_grows() -> None:
    assert {table.name for table in append_only_tables()} >= EXPECTED


def test_an_event_cannot_be_changed() -> None:
    assert refused("UPDATE governance_auditevent SET action = 'x' WHERE id = %s", event().pk)


def test_an_event_cannot_be_deleted() -> None:
    assert refused("DELETE FROM governance_auditevent WHERE id = %s", event().pk)


def test_a_table_that_only_grows_cannot_be_emptied_at_once() -> None:
    if connection.vendor == "postgresql":
        assert refused("TRUNCATE governance_auditevent CASCADE")
    else:
        event()
        assert refused("DELETE FROM governance_auditevent")


def test_a_payload_cannot_be_changed() -> None:
    assert refused("UPDATE governance_auditpayload SET salt = 'x' WHERE event_id = %s", event().pk)


def test_a_payload_without_a_tombstone_cannot_be_deleted() -> None:
    assert refused("DELETE FROM governance_auditpayload WHERE event_id = %s", event().pk)


def test_a_payload_with_a_tombstone_can_be_deleted() -> None:
    made = event()
    AuditTombstone.objects.create(event=made, rule="retention", at=timezone.now())
    AuditPayload.objects.filter(event=made).delete()
    assert AuditEvent.objects.filter(pk=made.pk).exists()
    assert not AuditPayload.objects.filter(event=made).exists()


def test_the_system_check_fails_while_a_trigger_is_missing() -> None:
    drop_triggers()
    found = [message.id for message in run_checks(databases=["default"])]
    write_triggers()
    assert "governance.E001" in found


def test_the_system_check_is_content_with_every_trigger_there() -> None:
    assert missing_triggers() == []
    assert "governance.E001" not in [message.id for message in run_checks(databases=["default"])]


@pytest.mark.django_db(transaction=True)
def test_migrate_writes_the_triggers_anew() -> None:
    drop_triggers()
    call_command("migrate", verbosity=0, skip_checks=False)
    assert missing_triggers() == []


@pytest.mark.django_db(transaction=True)
def test_asking_what_migrate_would_do_writes_nothing() -> None:
    drop_triggers()
    call_command("migrate", verbosity=0, plan=True)
    still_missing = missing_triggers()
    write_triggers()
    assert still_missing


def test_a_portal_refuses_to_be_emptied(settings: Any) -> None:
    settings.RECORD_MAY_BE_EMPTIED = False
    with pytest.raises(CommandError, match="only grows"):
        call_command("flush", interactive=False, verbosity=0)
