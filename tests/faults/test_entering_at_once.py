"""Two admins who enter the same thing in the same instant: one succeeds, the others are told, nobody meets a fault."""

from collections.abc import Callable

import pytest

from accounts.models import Appointment, SocialAccount, TrustedHandle, Unit, User
from accounts.services import people, register
from accounts.services.handles import trust_handle
from accounts.services.refusals import Refused
from accounts.services.units import create_unit
from tests.factories.people import nobody
from tests.factories.places import unit
from tests.faults.test_accounts_at_once import AT_ONCE, all_at_once

pytestmark = pytest.mark.django_db(transaction=True)


def enter(work: Callable[[], object]) -> list[str]:
    """Do it many times at once; return what was said to those who were too late."""
    said: list[str] = []

    def attempt() -> None:
        try:
            work()
        except Refused as refused:
            said.append(refused.words)

    assert len(all_at_once(attempt)) == AT_ONCE
    return said


def refused(words: str) -> list[str]:
    return [words] * (AT_ONCE - 1)


def test_of_many_who_add_the_same_person_one_does() -> None:
    for number in range(3):
        email = f"ada-{number}@force.example"
        said = enter(lambda email=email: people.add_person(email=email, display_name="PC Ada", actor=None))
        assert said == refused("Somebody with this e-mail address is already here.")
        assert User.objects.filter(email=email).count() == 1


def test_of_many_who_enter_the_same_handle_one_does() -> None:
    camden = unit("camden")
    case = register.AccountCase(kind="borough", name="Camden Police", handle="camden")
    said = enter(lambda: register.register_account(case, unit=camden, channel="noticeboard", actor=None))
    assert said == refused("This handle is in the register already.")
    assert SocialAccount.objects.count() == 1


def test_of_many_who_trust_the_same_handle_one_does() -> None:
    said = enter(lambda: trust_handle(channel="x", handle="CamdenCouncil", kind="council", actor=None))
    assert said == refused("This handle is trusted already.")
    assert TrustedHandle.objects.count() == 1


def test_of_many_who_create_the_same_unit_one_does() -> None:
    unit("met")
    said = enter(lambda: create_unit(slug="barnet", name="Barnet", kind="borough", parent=unit("met"), actor=None))
    assert len(said) == AT_ONCE - 1
    assert Unit.objects.filter(slug="barnet").count() == 1


def test_of_many_who_give_the_same_role_one_does() -> None:
    camden, somebody = unit("camden"), nobody()
    said = enter(lambda: people.appoint(User.objects.get(pk=somebody.pk), unit=camden, role="communicator", actor=None))
    assert len(said) == AT_ONCE - 1
    assert Appointment.objects.filter(user=somebody).count() == 1


@pytest.mark.parametrize("handle", ["camden/../x", "camden police", "camden?"])
def test_a_handle_that_would_break_an_address_is_refused(handle: str) -> None:
    case = register.AccountCase(kind="borough", name="Camden Police", handle=handle)
    with pytest.raises(Refused, match="no slashes"):
        register.register_account(case, unit=unit("camden"), channel="noticeboard", actor=None)
