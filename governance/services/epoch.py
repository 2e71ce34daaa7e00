"""The policy epoch: what alters lights or stops things moves it, and a send holds it still.

A move updates the one row and a send reads it FOR SHARE, so the database puts the two in order: either the send
began before the change, or it sees it. These are helpers of a use case; all but `keep_up` open no transaction.
"""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from governance.models import EditionSwitch, GuidanceNotice, PolicyEpoch
from governance.models.epoch import new_mark


def move(now: datetime | None = None) -> int:
    """Move the epoch on and return its new value; it holds for whoever waits when the transaction commits."""
    _inside_a_transaction()
    now = now or timezone.now()
    row = PolicyEpoch.objects.filter(pk=1)
    if not row.update(value=F("value") + 1, moved_at=now, mark=new_mark()):
        _lay_down()
        row.update(value=F("value") + 1, moved_at=now, mark=new_mark())
    return row.values_list("value", flat=True).get()


def hold_shared() -> int:
    """Return the epoch and keep it from moving until the transaction ends."""
    _inside_a_transaction()
    value = _read_shared()
    if value is None:
        _lay_down()
        value = _read_shared()
    assert value is not None
    return value


def keep_up(now: datetime | None = None) -> bool:
    """Move the epoch where a notice or an edition has begun or ended by the clock alone since it last moved."""
    now = now or timezone.now()
    if not _crossed(now):
        return False
    with transaction.atomic(durable=True):
        _lay_down()
        PolicyEpoch.objects.select_for_update().get(pk=1)
        if crossed := _crossed(now):
            move(now)
    return crossed


def _crossed(now: datetime) -> bool:
    since = PolicyEpoch.objects.filter(pk=1).values_list("moved_at", flat=True).first()

    def passed(field: str) -> Q:
        window = Q(**{f"{field}__lte": now})
        return window & Q(**{f"{field}__gt": since}) if since else window

    notices = GuidanceNotice.objects.filter(passed("starts_at") | passed("ends_at"))
    switches = EditionSwitch.objects.filter(passed("applies_from"), approved_at__isnull=False)
    return notices.exists() or switches.exists()


def _read_shared() -> int | None:
    # SQLite: transactions are IMMEDIATE, so the write lock is ours already.
    lock = " FOR SHARE" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT value FROM {PolicyEpoch._meta.db_table} WHERE id = 1{lock}")
        row = cursor.fetchone()
    return int(row[0]) if row else None


def _lay_down() -> None:
    if not PolicyEpoch.objects.filter(pk=1).exists():
        PolicyEpoch.objects.bulk_create([PolicyEpoch(pk=1, moved_at=timezone.now())], ignore_conflicts=True)


def _inside_a_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The policy epoch is moved and held inside a transaction only.")
