"""People, as far as somebody may see them."""

from django.db.models import F, Prefetch, Q, QuerySet
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


def people_found(person: User, words: str = "") -> QuerySet[User]:
    """Those this person sees whose name or address has these words in it, with the appointments they hold now."""
    held = Appointment.objects.in_force(timezone.localdate()).select_related("unit").order_by("pk")
    found = people_seen_by(person).prefetch_related(Prefetch("appointments", queryset=held))
    if not words:
        return found
    return found.filter(Q(display_name__icontains=words) | Q(email__icontains=words))


def appointments_seen_by(person: User) -> QuerySet[Appointment]:
    """Appointments in the units this person sees."""
    return Appointment.objects.filter(unit__in=units_seen_by(person)).select_related("user", "unit", "appointed_by")


def appointments_shown_to(viewer: User, person: User) -> list[Appointment]:
    """A person's appointments in units the viewer sees (their own: all), those without an end first."""
    seen = appointments_of(person) if viewer == person else appointments_seen_by(viewer).filter(user=person)
    return list(seen.order_by(F("ends_on").desc(nulls_first=True), "-starts_on", "pk"))


def appointments_of(person: User) -> QuerySet[Appointment]:
    """All appointments of a person, past and present."""
    return Appointment.objects.filter(user=person).select_related("user", "unit", "appointed_by")


def person_called(email: str) -> User | None:
    """The person with this e-mail address, in any case of letters."""
    return User.objects.filter(email__iexact=email).first()


def an_active_dmc_admin_exists() -> bool:
    """Whether somebody can administer the portal today."""
    held = Appointment.objects.in_force(timezone.localdate()).filter(role=Role.DMC_ADMIN)
    return held.filter(user__is_active=True, user__suspended_at__isnull=True).exists()
