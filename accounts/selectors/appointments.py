"""Who holds which role where: the question behind desks, ladders and the line under a person's name."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.domain.paths import lineage
from accounts.domain.roles import COVERS_ALL, Role
from accounts.models import Appointment, Unit, User
from accounts.models.appointment import AppointmentQuerySet
from accounts.predicates import is_in_good_standing
from accounts.selectors.hours import in_hours

ON_DUTY = "communicator-on-duty"
HEAD_ON_CALL = "head-of-dmc-on-call"


def role_holders(role: str, unit: Unit, at: datetime | None = None) -> QuerySet[User]:
    """People in good standing whose appointment to this role covers the unit.

    For a unit without a communicator of its own the Social Media Team stands in.
    """
    if role == Role.COMMUNICATOR and not unit.has_communicator_of_its_own:
        role = Role.SOCIAL_MEDIA_TEAM
    held = _in_force(at).filter(role=role)
    if role not in COVERS_ALL:
        held = held.filter(unit__path__in=lineage(unit.path))
    return _holders(held)


def audience(slug: str, unit: Unit, at: datetime | None = None) -> list[User]:
    """The people a ladder means by this word. Until there is a rota, on duty is every current communicator."""
    if slug == HEAD_ON_CALL:
        return list(_holders(_in_force(at).filter(head_on_call=True)))
    return list(role_holders(Role.COMMUNICATOR if slug == ON_DUTY else slug, unit, at))


def roles_for(person: User, unit: Unit) -> frozenset[str]:
    """The roles this person holds for the unit, with the Social Media Team's standing in counted."""
    if not is_in_good_standing(person):
        return frozenset()
    roles = frozenset(one.role for one in person.current_appointments() if one.covers(unit))
    stands_in = Role.SOCIAL_MEDIA_TEAM in roles and not unit.has_communicator_of_its_own
    return roles | {Role.COMMUNICATOR.value} if stands_in else roles


def person_line(person: User) -> str:
    """What stands under the person's name: "Camden communicator, on duty"."""
    held = person.current_appointments()
    if not held:
        return "No appointment"
    first = held[0]
    words = _role_words(first)
    on_duty = first.role == Role.COMMUNICATOR and in_hours(first.unit, timezone.now())
    return f"{words}, on duty" if on_duty else words


def _role_words(one: Appointment) -> str:
    label = Role(one.role).label
    if one.role in COVERS_ALL:
        return label
    return f"{one.unit.name} {label if label.isupper() else label.lower()}"


def _in_force(at: datetime | None) -> AppointmentQuerySet:
    return Appointment.objects.in_force(timezone.localdate(at))


def _holders(held: AppointmentQuerySet) -> QuerySet[User]:
    standing = Q(is_active=True, suspended_at__isnull=True)
    return User.objects.filter(standing, pk__in=held.values("user")).order_by("display_name", "pk")
