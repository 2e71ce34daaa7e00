"""Appointments: given, ended, and given leave to bypass approval where life is at risk."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.domain.roles import Role
from accounts.models import Appointment, Unit, User
from accounts.permissions import AccountPermission
from accounts.services.authority import demand, forbid_oneself
from accounts.services.refusals import MovedOn, Refused
from governance import audit
from governance.domain.record import JSON
from governance.services import epoch

DMC_ROLES = frozenset({Role.DMC_ADMIN, Role.AUDITOR, Role.BOROUGH_SUPPORT, Role.SOCIAL_MEDIA_TEAM, Role.PRESS_BUREAU})


@transaction.atomic(durable=True)
def appoint(
    user: User,
    *,
    unit: Unit,
    role: str,
    actor: User | None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    head_on_call: bool = False,
) -> Appointment:
    """Give a person a role in a unit, from today where no day is named. Nobody appoints themselves."""
    demand(AccountPermission.ADMINISTER_PEOPLE, actor)
    forbid_oneself(actor, user, "Nobody appoints themselves. Ask another DMC admin.")
    first = starts_on or timezone.localdate()
    User.objects.select_for_update().get(pk=user.pk)  # one appointment of a person at a time
    _refuse_what_cannot_be(user, unit, role, first, ends_on)
    appointment = Appointment.objects.create(
        user=user,
        unit=unit,
        role=role,
        starts_on=first,
        ends_on=ends_on,
        head_on_call=head_on_call,
        appointed_by=actor,
        created_at=timezone.now(),
    )
    user.forget_appointments()
    _record("appointment.made", appointment, actor)
    epoch.move()
    return appointment


@transaction.atomic(durable=True)
def end_appointment(appointment: Appointment, *, actor: User | None, on: date | None = None) -> None:
    """End an appointment; its last day is `on`, today where none is named."""
    demand(AccountPermission.ADMINISTER_PEOPLE, actor, appointment.unit)
    last = on or timezone.localdate()
    if last < appointment.starts_on:
        raise Refused("The last day cannot be before the first.", "last_day")
    lasting = Appointment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=last), pk=appointment.pk)
    if lasting.update(ends_on=last) != 1:
        raise MovedOn("This appointment has already ended by then.", "last_day")
    appointment.refresh_from_db()
    appointment.user.forget_appointments()
    _record("appointment.ended", appointment, actor)
    epoch.move()


@transaction.atomic(durable=True)
def grant_bypass(appointment: Appointment, *, granted: bool, actor: User | None) -> None:
    """Let this appointment skip approval where life is at risk, or take that back. A commander's decision."""
    demand(AccountPermission.GRANT_BYPASS, actor, appointment.unit)
    forbid_oneself(actor, appointment.user, "Nobody grants the urgent bypass to themselves.")
    if Appointment.objects.filter(pk=appointment.pk, may_bypass=not granted).update(may_bypass=granted) != 1:
        raise MovedOn("That is how it stands already.")
    appointment.refresh_from_db()
    appointment.user.forget_appointments()
    _record("appointment.bypass-granted" if granted else "appointment.bypass-withdrawn", appointment, actor)


def _refuse_what_cannot_be(user: User, unit: Unit, role: str, first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise Refused("The last day cannot be before the first.", "ends_on")
    if role in DMC_ROLES and unit.kind not in ("dmc", "team"):
        raise Refused(f"{Role(role).label} is a role of the DMC and its teams.", "unit")
    same = Appointment.objects.filter(user=user, unit=unit, role=role)
    meets = Q(ends_on__isnull=True) | Q(ends_on__gte=first)
    if same.filter(meets, **({"starts_on__lte": last} if last else {})).exists():
        raise Refused(f"{user} already has this role in {unit} at that time.", "role")


def _record(action: str, appointment: Appointment, actor: User | None) -> None:
    payload: dict[str, JSON] = {
        "person": appointment.user_id,
        "role": str(appointment.role),
        "starts_on": appointment.starts_on.isoformat(),
        "ends_on": appointment.ends_on.isoformat() if appointment.ends_on else None,
        "may_bypass": appointment.may_bypass,
    }
    audit.record(action, actor=actor, obj=appointment, unit_slug=appointment.unit.slug, payload=payload)
