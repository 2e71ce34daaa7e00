"""Deliveries that wait for a person: nobody can say whether they are out, or they were refused or stopped."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import rules
from django.db.models import QuerySet

from posts.domain.channel_names import channel_name
from posts.domain.publication import Operation, PublicationStatus
from posts.domain.workflow import PostStatus
from posts.models import Post, Publication
from posts.permissions import PostPermission
from posts.selectors.seen import posts_seen_by

if TYPE_CHECKING:
    from accounts.models import User

S = PublicationStatus
TRY_AGAIN = (S.FAILED, S.STOPPED)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One delivery with both facts beside each other: what we sent and when, and what the platform shows.

    `text` is empty for a deletion; `sent_at` is None where no send ever began; `account_url` is where to look.
    """

    pk: int
    account: str
    in_doubt: bool
    taking_down: bool
    text: str
    sent_at: datetime | None
    shows: str
    account_url: str


def unsettled_of(post: Post, person: "User") -> list[Unsettled]:
    """Return the deliveries of the current revision that this person may settle."""
    if post.status not in (PostStatus.CLEARED, PostStatus.RELEASED) or post.current_revision_id is None:
        return []
    rows = Publication.objects.filter(revision=post.current_revision_id, status__in=(S.UNKNOWN, *TRY_AGAIN))
    found = list(rows.select_related("account", "part").prefetch_related("part__variants").order_by("pk"))
    return [_unsettled(row) for row in found] if found and _may_settle(person, post) else []


def deliveries_seen_by(person: "User") -> QuerySet[Publication]:
    """Return the deliveries of every post this person may see."""
    rows = Publication.objects.filter(revision__post__in=posts_seen_by(person).order_by())
    return rows.select_related("account__unit", "revision__post__unit", "revision__post__assessment")


def _may_settle(person: "User", post: Post) -> bool:
    return bool(rules.has_perm(PostPermission.SETTLE_UNKNOWN, person, post))


def _unsettled(row: Publication) -> Unsettled:
    deleting = row.operation == Operation.DELETE
    return Unsettled(
        pk=row.pk,
        account=f"{row.account.name}, {channel_name(row.account.channel)}",
        in_doubt=row.status == S.UNKNOWN,
        taking_down=deleting,
        text="" if deleting else _text(row),
        sent_at=row.sending_at,
        shows=_shows(row),
        account_url=row.account.address,
    )


def _text(row: Publication) -> str:
    own = (one.text for one in row.part.variants.all() if one.channel == row.account.channel)
    return next(own, row.part.text)


def _shows(row: Publication) -> str:
    """What is known of the platform's side. `attempts` counts the looks at it while a row is in doubt."""
    if row.status != S.UNKNOWN:
        return row.error or S(row.status).label
    looks = {0: "has not looked there yet", 1: "looked there once and did not find it"}
    seen = looks.get(row.attempts, f"looked there {row.attempts} times and did not find it")
    return f"{row.error or 'No clear answer.'} The portal {seen}."
