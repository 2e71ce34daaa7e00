"""How a new installation gets its first DMC admin, when nobody is there to appoint one."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts.domain.roles import Role
from accounts.models import Unit, User
from accounts.selectors import an_active_dmc_admin_exists
from accounts.services.invitations import password_link
from accounts.services.people import add_person, appoint
from accounts.services.refusals import Refused
from accounts.services.seeding import seed_places


def appoint_first_admin(email: str, name: str = "") -> str:
    """Add this person if need be, appoint them, and return their one-time password link."""
    if an_active_dmc_admin_exists():
        raise Refused("There is a DMC admin already. Ask them to appoint another.")
    _check(email)
    seed_places(wards=False)
    person = User.objects.filter(email__iexact=email).first()
    person = person or add_person(email=email, display_name=name or email, actor=None, level="standard")
    appoint(person, unit=Unit.objects.get(slug="dmc"), role=Role.DMC_ADMIN, actor=None)
    return password_link(person, actor=None)


def _check(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as wrong:
        raise Refused(f"{email} is not an e-mail address.") from wrong
