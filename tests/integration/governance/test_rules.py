"""Who may do what with policy and record: every permission by every role."""

import pytest
import rules
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from accounts.domain.roles import Role
from governance.models import EditionSwitch
from governance.permissions import GovernancePermission as May
from tests.factories.people import HOME, nobody, person

pytestmark = pytest.mark.django_db
DMC = {Role.DMC_ADMIN, Role.BOROUGH_SUPPORT, Role.SOCIAL_MEDIA_TEAM, Role.PRESS_BUREAU}
ALLOWED = {
    May.SEE_POLICY: set(Role),
    May.DRAFT_POLICY: {Role.DMC_ADMIN},
    May.APPROVE_POLICY: {Role.DMC_ADMIN},
    May.PUBLISH_GUIDANCE: DMC,
    May.DECLARE_INCIDENT: DMC,
    May.SEE_RECORD: {Role.AUDITOR, Role.DMC_ADMIN},
}


def test_the_table_names_every_permission() -> None:
    assert set(ALLOWED) == set(May)


@pytest.mark.parametrize("role", Role)
def test_every_permission_is_given_to_the_roles_of_the_table_and_no_others(role: Role) -> None:
    someone = person(role, "" if role in HOME else "camden")
    anothers = EditionSwitch(author=nobody())
    assert {may for may in May if rules.has_perm(may, someone, anothers)} == {
        may for may, roles in ALLOWED.items() if role in roles
    }


@pytest.mark.parametrize("may", May)
def test_nothing_is_given_to_strangers_the_suspended_and_those_who_left(may: May) -> None:
    suspended, gone = person("dmc-admin"), person("dmc-admin")
    suspended.suspended_at, gone.is_active = timezone.now(), False
    for someone in (AnonymousUser(), None, suspended, gone):
        assert not rules.has_perm(may, someone, EditionSwitch(author=nobody()))


@pytest.mark.parametrize("may", [may for may in May if may is not May.SEE_POLICY])
def test_being_superuser_gives_nothing(may: May) -> None:
    someone = nobody()
    someone.is_superuser = True
    assert not rules.has_perm(may, someone, EditionSwitch(author=nobody()))


def test_nobody_approves_their_own_switch_nor_one_that_is_decided_nor_none_at_all() -> None:
    admin = person("dmc-admin")
    own = EditionSwitch(author=admin)
    decided = EditionSwitch(author=nobody(), approved_at=timezone.now())
    for switch in (own, decided, None):
        assert not rules.has_perm(May.APPROVE_POLICY, admin, switch)
