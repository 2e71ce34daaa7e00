"""What stands on a person's desk: what they may decide, what they should acknowledge, what is held."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts import selectors as people
from accounts.domain.roles import COVERS_ALL
from governance.selectors import edition_in_force
from posts.domain.workflow import PostStatus
from posts.models import Draft, Post, Review, Revision

if TYPE_CHECKING:
    from accounts.models import Unit, User

SETTLED = ("approve", "return", "reject", "acknowledge")


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a person's desk goes: the units whose red and whose amber posts they decide; None for every unit."""

    person: "User"
    red: tuple[int, ...] | None
    amber: tuple[int, ...] | None


def reach_of(person: "User") -> Reach:
    """Look the units up once, for every queue of one desk."""
    deciders = edition_in_force().edition.deciders
    amber = _units(person, deciders["amber"])
    same = set(deciders["red"]) == set(deciders["amber"])
    return Reach(person, amber if same else _units(person, deciders["red"]), amber)


def to_decide(person: "User", reach: Reach | None = None) -> QuerySet[Post]:
    """Posts of their units that wait for a decision by somebody with their role, what matters most first.

    A topic may narrow who decides: such a post stands here all the same, so that its borough knows of it.
    """
    waiting = Post.objects.filter(_decided_by(reach or reach_of(person)), status=PostStatus.WAITING)
    return _shown(_not_their_own(waiting, person)).order_by("-urgency", "queued_at", "pk")


def to_acknowledge(person: "User", reach: Reach | None = None) -> QuerySet[Post]:
    """Posts that went out as `tell` and that nobody has acknowledged, the longest out first."""
    told = Post.objects.filter(_decided_by(reach or reach_of(person)), must_acknowledge=True, acknowledged_at=None)
    return _shown(_not_their_own(told, person)).order_by("queued_at", "pk")


def held(person: "User", reach: Reach | None = None) -> QuerySet[Post]:
    """Posts of their units that a stop holds."""
    units = _in("unit", (reach or reach_of(person)).amber)
    return _shown(Post.objects.filter(units, status=PostStatus.HELD)).order_by("queued_at", "pk")


def decided_since(person: "User", since: datetime, reach: Reach | None = None) -> QuerySet[Review]:
    """Decisions of this person's units since a moment, the latest first."""
    units = _in("post__unit", (reach or reach_of(person)).amber)
    decisions = Review.objects.filter(units, made_at__gte=since).order_by("-made_at", "-pk")
    return decisions.select_related("post__unit", "post__author", "reviewer", "assessment", "revision")


def last_decision(reach: Reach) -> Review | None:
    """The latest decision in this person's units."""
    settled = Review.objects.filter(_in("post__unit", reach.amber), decision__in=SETTLED)
    return settled.select_related("post", "reviewer", "assessment").order_by("-made_at", "-pk").first()


def units_to_choose(person: "User") -> "QuerySet[Unit]":
    """The units a desk can be narrowed to; wards only on the desk of a borough."""
    roles = edition_in_force().edition.deciders["amber"]
    units = people.units_decided_by(person, roles).order_by("path")
    return units.exclude(kind="ward") if _covers_all(person, roles) else units


def since_midnight() -> datetime:
    """The beginning of today in London."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def _decided_by(reach: Reach) -> Q:
    red = Q(light="red") & _in("unit", reach.red)
    return red | Q(light__in=("amber", "green")) & _in("unit", reach.amber)


def _in(field: str, units: tuple[int, ...] | None) -> Q:
    return Q() if units is None else Q(**{f"{field}__in": units})


def _units(person: "User", roles: Collection[str]) -> tuple[int, ...] | None:
    if _covers_all(person, roles) and people.units_decided_by(person, roles).exists():
        return None
    return tuple(people.units_decided_by(person, roles).values_list("pk", flat=True))


def _covers_all(person: "User", roles: Collection[str]) -> bool:
    return any(one.role in COVERS_ALL and one.role in roles for one in person.current_appointments())


def _not_their_own(posts: QuerySet[Post], person: "User") -> QuerySet[Post]:
    revised = Revision.objects.filter(post=OuterRef("pk"), made_by=person)
    helped = Draft.helpers.through.objects.filter(draft=OuterRef("pk"), user=person)
    return posts.exclude(author=person).filter(~Exists(revised), ~Exists(helped))


def _shown(posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.select_related("unit", "author", "current_revision", "assessment", "claimed_by")
