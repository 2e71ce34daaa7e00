"""The queues of a desk as asked for: narrowed, ordered, fifty at a time, and counted as far as counting is cheap."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, Concat

from posts.domain.desk_asked import Asked, beyond, place_of, read_place
from posts.models import Post, Review
from posts.selectors import desk
from posts.selectors.desk import Reach

if TYPE_CHECKING:
    from accounts.models import User

PAGE = 50
COUNTED = 500
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of a queue, and where the next page begins (empty where there is none)."""

    posts: list[Post]
    more: str


def decide(reach: Reach, asked: Asked, now: datetime) -> QuerySet[Post]:
    """What waits for a decision, as far as asked for; the tabs "red" and "amber" show their part of it."""
    waiting = desk.to_decide(reach.person, reach)
    if asked.tab == "red":
        waiting = waiting.filter(light="red")
    elif asked.tab == "amber":
        waiting = waiting.filter(light__in=("amber", "green"))
    return _narrowed(waiting, asked, reach.person, now)


def acknowledge(reach: Reach, asked: Asked, now: datetime) -> QuerySet[Post]:
    """What is out and not acknowledged yet, as far as asked for."""
    return _narrowed(desk.to_acknowledge(reach.person, reach), asked, reach.person, now)


def held(reach: Reach, asked: Asked, now: datetime) -> QuerySet[Post]:
    """What a stop holds, as far as asked for."""
    return _narrowed(desk.held(reach.person, reach), asked, reach.person, now)


def page(posts: QuerySet[Post], asked: Asked, by_urgency: bool = False) -> Queue:
    """The next fifty after the place asked for."""
    ordering = asked.ordering(by_urgency)
    found = list(_after(posts.order_by(*ordering), ordering, asked.after)[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Queue(found[:PAGE], place_of(last.urgency, last.queued_at, last.pk) if last else "")


def count(rows: "QuerySet[Post] | QuerySet[Review]") -> int:
    """How many there are, as far as 500: a desk with more says so and does not count on."""
    return rows.order_by().values("pk")[:COUNTED].count()


def _narrowed(posts: QuerySet[Post], asked: Asked, person: "User", now: datetime) -> QuerySet[Post]:
    if asked.unit:
        posts = posts.filter(unit__path__contains=f"/{asked.unit}/")
    if asked.topic:
        named = Concat(Cast("assessment__topics", TextField()), Cast("assessment__checks", TextField()))
        posts = posts.annotate(named=named).filter(named__contains=f'"{asked.topic}"')
    return posts.filter(_claims(asked.claimed, person, now)) if asked.claimed else posts


def _claims(whose: str, person: "User", now: datetime) -> Q:
    standing = Q(claimed_until__gt=now)
    if whose == "me":
        return standing & Q(claimed_by=person)
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    return free if whose == "nobody" else standing & ~Q(claimed_by=person)


def _after(posts: QuerySet[Post], ordering: tuple[str, ...], after: str) -> QuerySet[Post]:
    place = read_place(after)
    if place is None:
        return posts
    urgency, moment, pk = place
    values = {"urgency": urgency, "queued_at": EPOCH + timedelta(microseconds=moment), "pk": pk}
    return posts.filter(reduce(or_, (Q(**one) for one in beyond(ordering, values))))
