"""Two sealers at once: one works, the other goes home; no event is sealed twice."""

import threading
from typing import Any

import pytest
from django.db import connection

from governance.models import AuditEvent, Seal, SealEntry
from governance.services.sealing import seal_what_is_new
from governance.services.verification import verify
from tests.integration.governance.records import events

pytestmark = pytest.mark.django_db(transaction=True)


def test_many_sealers_at_once_make_one_whole_chain(settings: Any, tmp_path: Any) -> None:
    settings.SEAL_FILE = tmp_path / "seals.jsonl"
    failures: list[Exception] = []

    def seal() -> None:
        try:
            for _ in range(5):
                seal_what_is_new()
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    sealers = [threading.Thread(target=seal) for _ in range(4)]
    for one in sealers:
        one.start()
    events(40)
    for one in sealers:
        one.join(30)
    seal_what_is_new()
    assert failures == []
    assert SealEntry.objects.count() == AuditEvent.objects.count()
    assert sum(Seal.objects.values_list("count", flat=True)) == AuditEvent.objects.count()
    assert verify({}).fault == ""
