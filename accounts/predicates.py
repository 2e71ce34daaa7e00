"""What is true of a person beside a unit or an account. Rules and other apps build on these; None is never right."""

import rules
from django.utils import timezone

from accounts.domain.lifecycle import MAY_PUBLISH
from accounts.domain.roles import Role
from accounts.models import Appointment, SocialAccount, Unit, User

Placed = Unit | SocialAccount | Appointment


@rules.predicate
def is_in_good_standing(person: User | None) -> bool:
    """Neither left nor suspended."""
    return person is not None and person.is_active and person.suspended_at is None


@rules.predicate
def is_dmc_admin(person: User | None) -> bool:
    """Looks after people and the register for the whole force."""
    return person is not None and person.holds(Role.DMC_ADMIN)


@rules.predicate
def is_auditor(person: User | None) -> bool:
    """Reads everything and changes nothing."""
    return person is not None and person.holds(Role.AUDITOR)


@rules.predicate
def is_spoc_of(person: User | None, thing: Placed | None) -> bool:
    """SPOC of the unit this belongs to."""
    return _holds(person, Role.SPOC, thing)


@rules.predicate
def is_commander_of(person: User | None, thing: Placed | None) -> bool:
    """Commander of the unit this belongs to."""
    return _holds(person, Role.COMMANDER, thing)


@rules.predicate
def is_appointed_over(person: User | None, thing: Placed | None) -> bool:
    """Has any appointment that covers the unit this belongs to."""
    unit = unit_of(thing)
    return person is not None and unit is not None and any(one.covers(unit) for one in person.current_appointments())


@rules.predicate
def works_in(person: User | None, thing: Placed | None) -> bool:
    """Has an appointment over the unit other than reading it as auditor."""
    unit = unit_of(thing)
    if person is None or unit is None:
        return False
    return any(one.role != Role.AUDITOR and one.covers(unit) for one in person.current_appointments())


@rules.predicate
def asks_for_nothing_in_particular(person: User | None, thing: Placed | None) -> bool:
    """The question is whether the page may be seen at all; its rows come from selectors."""
    return person is not None and thing is None


@rules.predicate
def operates(person: User | None, account: SocialAccount | None) -> bool:
    """Has leave to post from this account now."""
    if person is None or account is None:
        return False
    return account.operators.at(timezone.now()).filter(user=person).exists()


@rules.predicate
def account_may_publish(person: User | None, account: SocialAccount | None) -> bool:
    """The account is in use and has not run out."""
    if account is None or account.status not in MAY_PUBLISH:
        return False
    return account.expires_at is None or account.expires_at > timezone.now()


def unit_of(thing: Placed | None) -> Unit | None:
    """The unit itself, or the one that owns the account or appointment."""
    return thing if thing is None or isinstance(thing, Unit) else thing.unit


def _holds(person: User | None, role: Role, thing: Placed | None) -> bool:
    unit = unit_of(thing)
    return person is not None and unit is not None and person.holds(role, unit)
