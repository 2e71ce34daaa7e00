"""Events to seal, and hands that reach past the portal into the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from governance import audit
from governance.models import AuditEvent, PolicyEpoch
from governance.services.append_only import drop_triggers, write_triggers


def events(count: int, action: str = "thing.done") -> list[AuditEvent]:
    """Record so many events, each in a transaction of its own."""
    return [event(action, number=number) for number in range(count)]


def event(action: str = "thing.done", **payload: Any) -> AuditEvent:
    """Record one event about the epoch's row."""
    with transaction.atomic():
        return audit.record(action, actor=None, obj=PolicyEpoch(pk=1), payload=payload)


@contextmanager
def past_the_triggers() -> Iterator[None]:
    """What somebody can do who owns the database."""
    drop_triggers()
    yield
    write_triggers()


def sql(statement: str, *values: Any) -> None:
    """Run one statement as the database's owner would."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
