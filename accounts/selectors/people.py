"""People, as far as somebody may see them."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.domain.roles import Role
from accounts.models import Appointment, User
from accounts.predicates import is_dmc_admin, is_in_good_standing
from accounts.selectors.units import units_seen_by


def people_seen_by(person: User) -> QuerySet[User]:
    """Those appointed in a unit this person sees; a DMC admin also sees people without any appointment."""
    from_units = Q(pk__in=Appointment.objects.filter(unit__in=units_seen_by(person)).values("user"))
    if is_in_good_standing(person) and is_dmc_admin(person):
        return User.objects.order_by("display_name", "pk")
    return User.objects.filter(from_units | Q(pk=person.pk)).order_by("display_name", "pk")


def appointments_of(person: User) -> QuerySet[Appointment]:
    """A person's appointments, present ones first."""
    return person.appointments.select_related("unit", "appointed_by").order_by("ends_on", "-starts_on", "pk")


def person_called(email: str) -> User | None:
    """The person with this e-mail address, in any case of letters."""
    return User.objects.filter(email__iexact=email).first()


def an_active_dmc_admin_exists() -> bool:
    """Whether somebody can administer the portal today."""
    held = Appointment.objects.in_force(timezone.localdate()).filter(role=Role.DMC_ADMIN)
    return held.filter(user__is_active=True, user__suspended_at__isnull=True).exists()
