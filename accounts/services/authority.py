"""The question every service asks first. The portal itself (no actor) acts only from commands and timetables."""

import rules
from django.core.exceptions import PermissionDenied

from accounts.models import User
from accounts.permissions import AccountPermission

WORDS = {
    AccountPermission.ADMINISTER: "Only a DMC admin changes the register of accounts.",
    AccountPermission.ADMINISTER_PEOPLE: "Only a DMC admin changes people and appointments.",
    AccountPermission.ENDORSE: "Only a SPOC of this unit endorses its accounts.",
    AccountPermission.SUPPORT: "Only a commander of this unit supports its accounts.",
    AccountPermission.REQUEST: "You can ask for an account only for a unit you are appointed to.",
    AccountPermission.GRANT_BYPASS: "Only a commander of this unit grants the urgent bypass.",
}


def demand(permission: str, actor: User | None, obj: object = None) -> None:
    """Raise PermissionDenied, in words for the page, unless the actor has this permission."""
    if actor is not None and not rules.has_perm(permission, actor, obj):
        raise PermissionDenied(WORDS.get(AccountPermission(permission), "Your appointments do not cover this."))


def forbid_oneself(actor: User | None, person: User | None, words: str) -> None:
    """Raise PermissionDenied where somebody would do this to or for themselves (four eyes)."""
    if actor is not None and person is not None and actor.pk == person.pk:
        raise PermissionDenied(words)
