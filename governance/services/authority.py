"""The question every service asks first, and what is said when the answer is no."""

import rules
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from governance.permissions import GovernancePermission as May

WORDS = {
    May.SEE_POLICY: "Sign in to read the policy.",
    May.DRAFT_POLICY: "Only a DMC admin proposes a switch of editions.",
    May.APPROVE_POLICY: "Another DMC admin than its author approves a switch, and only once.",
    May.PUBLISH_GUIDANCE: "Only DMC and the Press Bureau publish and withdraw guidance.",
    May.DECLARE_INCIDENT: "Only DMC and the Press Bureau declare incidents and stand them down.",
    May.SEE_RECORD: "Only auditors and DMC admins read the record.",
}


def demand(permission: May, actor: AbstractBaseUser | AnonymousUser, obj: object = None) -> AbstractBaseUser:
    """Return the actor, who has this permission; else raise PermissionDenied, in words for the page."""
    if isinstance(actor, AnonymousUser) or not rules.has_perm(permission, actor, obj):
        raise PermissionDenied(WORDS[permission])
    return actor
