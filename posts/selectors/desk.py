"""What stands on a person's desk: what they may decide, what they should acknowledge, what is held."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts import selectors as people
from accounts.domain.roles import COVERS_ALL
from governance.selectors import edition_in_force
from posts.domain.workflow import PostStatus
from posts.models import Post, Review, Revision

if TYPE_CHECKING:
    from accounts.models import Unit, User


def to_decide(person: "User") -> QuerySet[Post]:
    """Posts of their units that wait for a decision by somebody with their role, what matters most first.

    A topic may narrow who decides: such a post stands here all the same, so that its borough knows of it.
    """
    waiting = Post.objects.filter(_decided_by(person), status=PostStatus.WAITING)
    return _shown(_not_their_own(waiting, person)).order_by("-urgency", "queued_at", "pk")


def to_acknowledge(person: "User") -> QuerySet[Post]:
    """Posts that went out as `tell` and that nobody has acknowledged, the longest out first."""
    out = Post.objects.filter(_decided_by(person), must_acknowledge=True, acknowledged_at=None)
    return _shown(_not_their_own(out, person)).order_by("queued_at", "pk")


def held(person: "User") -> QuerySet[Post]:
    """Posts of their units that a stop holds."""
    stopped = Post.objects.filter(unit__in=units_on_desk(person), status=PostStatus.HELD)
    return _shown(stopped).order_by("queued_at", "pk")


def decided_since(person: "User", since: datetime) -> QuerySet[Review]:
    """Decisions of this person's units since a moment, the latest first."""
    decisions = decisions_of_their_units(person).filter(made_at__gte=since)
    return decisions.select_related("post__unit", "post__author", "reviewer", "assessment", "revision")


def decisions_of_their_units(person: "User") -> QuerySet[Review]:
    """Every decision ever made in this person's units, the latest first."""
    return Review.objects.filter(post__unit__in=units_on_desk(person)).order_by("-made_at", "-pk")


def last_decision(person: "User") -> Review | None:
    """The latest decision in this person's units."""
    settled = decisions_of_their_units(person).filter(decision__in=("approve", "return", "reject", "acknowledge"))
    return settled.select_related("post", "reviewer", "assessment").first()


def units_on_desk(person: "User") -> "QuerySet[Unit]":
    """The units whose posts this person decides when they are amber: the widest reach of their desk."""
    return _units(person, "amber")


def since_midnight() -> datetime:
    """The beginning of today in London."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def _decided_by(person: "User") -> Q:
    red = Q(light="red", unit__in=_units(person, "red"))
    return red | Q(light__in=("amber", "green"), unit__in=_units(person, "amber"))


def _units(person: "User", light: str) -> "QuerySet[Unit]":
    return people.units_decided_by(person, edition_in_force().edition.deciders[light])


def _not_their_own(posts: QuerySet[Post], person: "User") -> QuerySet[Post]:
    revised = Revision.objects.filter(post=OuterRef("pk"), made_by=person)
    return posts.exclude(author=person).filter(~Exists(revised))


def _shown(posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.select_related("unit", "author", "current_revision", "assessment", "claimed_by")


def units_to_choose(person: "User") -> "QuerySet[Unit]":
    """The units a desk can be narrowed to; wards only on the desk of a borough."""
    units = units_on_desk(person).order_by("path")
    covers_all = any(one.role in COVERS_ALL for one in person.current_appointments())
    return units.exclude(kind="ward") if covers_all else units
