"""Telling people things: one notice a person and key, and a delivery row for each means."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import Notice, NoticeDelivery, User


def tell(users: Iterable[User], *, key: str, kind: str, subject: str, body: str, url: str = "", light: str = "") -> int:
    """Tell these people once; return how many had not been told. Inside the caller's transaction.

    `body` carries no text of a post. `url` is a path of the portal.
    """
    now = timezone.now()
    words = {
        "kind": kind,
        "light": light,
        "subject": " ".join(subject.split())[:200],
        "body": body,
        "url": url,
        "created_at": now,
    }
    told = {user.pk for user in users if user.is_active}
    Notice.objects.bulk_create((Notice(user_id=pk, key=key, **words) for pk in sorted(told)), ignore_conflicts=True)
    new = list(Notice.objects.filter(user__in=told, key=key, deliveries__isnull=True))
    deliveries = [delivery for notice in new for delivery in _deliveries(notice, now)]
    NoticeDelivery.objects.bulk_create(deliveries, ignore_conflicts=True)
    return len(new)


@transaction.atomic(durable=True)
def mark_read(person: User, notices: Iterable[int] | None = None) -> int:
    """Mark these of a person's own notices read, or all of them; return how many were unread."""
    unread = Notice.objects.filter(user=person, read_at__isnull=True)
    chosen = unread if notices is None else unread.filter(pk__in=list(notices))
    return chosen.update(read_at=timezone.now())


def _deliveries(notice: Notice, now: datetime) -> tuple[NoticeDelivery, NoticeDelivery]:
    return (
        NoticeDelivery(notice=notice, means="in-app", state="sent", due_at=now, settled_at=now),
        NoticeDelivery(notice=notice, means="email", state="waiting", due_at=now),
    )
