"""Which units a person sees, and where they may decide."""

from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from accounts.domain.roles import COVERS_ALL, Role
from accounts.models import Appointment, Unit, User
from accounts.predicates import is_in_good_standing

WITH_COMMUNICATOR = ("borough", "ward")


def units_seen_by(person: User) -> QuerySet[Unit]:
    """Units covered by any of this person's current appointments."""
    return _covered(person.current_appointments()) if is_in_good_standing(person) else Unit.objects.none()


def units_worked_in_by(person: User) -> QuerySet[Unit]:
    """Units this person is appointed to otherwise than as auditor: for these they may ask for an account."""
    if not is_in_good_standing(person):
        return Unit.objects.none()
    return _covered(one for one in person.current_appointments() if one.role != Role.AUDITOR)


def units_decided_by(person: User, roles: Collection[str]) -> QuerySet[Unit]:
    """Units for which this person holds one of these roles, as `roles_for` counts them."""
    if not is_in_good_standing(person):
        return Unit.objects.none()
    held = [one for one in person.current_appointments() if one.role in roles]
    found = _covered(held)
    if Role.COMMUNICATOR in roles and person.holds(Role.SOCIAL_MEDIA_TEAM):
        found = found | Unit.objects.exclude(kind__in=WITH_COMMUNICATOR)
    return found


def _covered(appointments: Iterable[Appointment]) -> QuerySet[Unit]:
    held = list(appointments)
    if any(one.role in COVERS_ALL for one in held):
        return Unit.objects.all()
    if not held:
        return Unit.objects.none()
    below = Q()
    for path in {one.unit.path for one in held}:
        below |= Q(path__startswith=path)
    return Unit.objects.filter(below)
