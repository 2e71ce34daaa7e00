"""Telling people things: one notice a person and key, and a delivery row for each means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import Notice, NoticeDelivery, User


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing to be said to some people, once: `body` carries no text of a post, `url` is a path of the portal."""

    people: Sequence[User]
    key: str
    kind: str
    subject: str
    body: str
    url: str = ""
    light: str = ""


def tell(users: Iterable[User], *, key: str, kind: str, subject: str, body: str, url: str = "", light: str = "") -> int:
    """Tell these people once; return how many had not been told. Inside the caller's transaction.

    `body` carries no text of a post. `url` is a path of the portal.
    """
    return tell_each([Telling(tuple(users), key, kind, subject, body, url, light)])


def tell_each(tellings: Iterable[Telling]) -> int:
    """Tell many things at once, each person each key once, in as many queries as one; return how many are new."""
    now = timezone.now()
    notices = [_notice(telling, person, now) for telling in tellings for person in _active(telling.people)]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    people, keys = {notice.user_id for notice in notices}, {notice.key for notice in notices}
    untold = Notice.objects.filter(user__in=people, key__in=keys, deliveries__isnull=True)
    new = list(untold.order_by("pk").values_list("pk", flat=True))
    deliveries = [delivery for notice in new for delivery in _deliveries(notice, now)]
    NoticeDelivery.objects.bulk_create(deliveries, ignore_conflicts=True)
    return len(new)


@transaction.atomic(durable=True)
def mark_read(person: User, notices: Iterable[int] | None = None) -> int:
    """Mark these of a person's own notices read, or all of them; return how many were unread."""
    unread = Notice.objects.filter(user=person, read_at__isnull=True)
    chosen = unread if notices is None else unread.filter(pk__in=list(notices))
    return chosen.update(read_at=timezone.now())


def _active(people: Iterable[User]) -> list[User]:
    return sorted({person for person in people if person.is_active}, key=lambda person: person.pk)


def _notice(telling: Telling, person: User, now: datetime) -> Notice:
    return Notice(
        user=person,
        key=telling.key,
        kind=telling.kind,
        light=telling.light,
        subject=" ".join(telling.subject.split())[:200],
        body=telling.body,
        url=telling.url,
        created_at=now,
    )


def _deliveries(notice: int, now: datetime) -> tuple[NoticeDelivery, NoticeDelivery]:
    return (
        NoticeDelivery(notice_id=notice, means="in-app", state="sent", due_at=now, settled_at=now),
        NoticeDelivery(notice_id=notice, means="email", state="waiting", due_at=now),
    )
