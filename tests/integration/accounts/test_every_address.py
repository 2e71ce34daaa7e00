"""Every address of people, accounts and notices, asked for as every role and as nobody."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts import urls
from accounts.models import SocialAccount, User
from accounts.services import register
from tests.factories.people import nobody

PEOPLE = (
    "camden_officer",
    "camden_spoc",
    "camden_communicator",
    "camden_commander",
    "hackney_officer",
    "hackney_communicator",
    "borough_support",
    "social_media_team",
    "press_bureau",
    "dmc_admin",
    "auditor",
    "stranger",
)
CAMDEN = {"camden_officer", "camden_spoc", "camden_communicator", "camden_commander"}
DMC = {"borough_support", "social_media_team", "press_bureau", "dmc_admin", "auditor"}
ALL = set(PEOPLE)
ADMIN = {"dmc_admin"}
MAY_LOOK = {
    "account_list": ALL,
    "account_add": ADMIN,
    "account_ask": ALL - {"auditor", "stranger"},
    "account": CAMDEN | DMC,
    "account_change": ADMIN,
    "account_move": ADMIN,
    "operator_add": ADMIN,
    "operator_remove": ADMIN,
    "people_list": ALL,
    "person_add": ADMIN,
    "person": CAMDEN | DMC,
    "person_suspend": ADMIN,
    "person_reinstate": ADMIN,
    "person_level": ADMIN,
    "person_password_link": set(),
    "appoint": ADMIN,
    "appointment_end": ADMIN,
    "appointment_bypass": {"camden_commander"},
    "handle_list": ALL,
    "handle_add": ADMIN,
    "handle_remove": ADMIN,
    "notice_list": ALL,
    "notices_read": set(),
}
MAY_SEND = {"person_password_link": ADMIN, "notices_read": ALL}


@pytest.fixture
def stranger(db: None) -> User:
    return nobody()


@pytest.fixture
def address_of(camden_noticeboard: SocialAccount, camden_officer: User) -> Callable[[str], str]:
    operator = camden_noticeboard.operators.get()
    trusted = register.trust_handle(channel="x", handle="camdencouncil", kind="council", actor=None)
    parts = {
        "account": [camden_noticeboard.pk],
        "account_move": [camden_noticeboard.pk, "suspend"],
        "operator_remove": [camden_noticeboard.pk, operator.pk],
        "account_change": [camden_noticeboard.pk],
        "operator_add": [camden_noticeboard.pk],
        "appointment_end": [camden_officer.appointments.get().pk],
        "handle_remove": [trusted.pk],
        "appointment_bypass": [camden_officer.appointments.get().pk],
    }
    of_person = ("person", "person_suspend", "person_reinstate", "person_level", "person_password_link", "appoint")
    parts |= {name: [camden_officer.pk] for name in of_person}
    return lambda name: reverse(name, args=parts.get(name, []))


@pytest.fixture
def signed_in(request: pytest.FixtureRequest) -> Callable[[str], Client]:
    def as_somebody(who: str) -> Client:
        client = Client()
        client.force_login(request.getfixturevalue(who), "django.contrib.auth.backends.ModelBackend")
        return client

    return as_somebody


def test_every_address_is_asked_for() -> None:
    assert {getattr(pattern, "name", "") for pattern in urls.urlpatterns} == set(MAY_LOOK)


@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_opens_the_pages_it_may_and_no_others(
    address_of: Callable[[str], str], signed_in: Callable[[str], Client], who: str
) -> None:
    client = signed_in(who)
    answers = {name: client.get(address_of(name)).status_code for name in MAY_LOOK}

    opened = {name for name, status in answers.items() if status == 200}
    assert opened == {name for name, people in MAY_LOOK.items() if who in people}
    assert set(answers.values()) <= {200, 403, 404, 405}


@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_sends_only_what_it_may(
    address_of: Callable[[str], str], signed_in: Callable[[str], Client], who: str
) -> None:
    client = signed_in(who)
    answers = {name: client.post(address_of(name)).status_code for name in MAY_LOOK}

    let_through = {name for name, status in answers.items() if status in (200, 302, 409, 422)}
    may = {name for name, people in (MAY_LOOK | MAY_SEND).items() if who in people}
    assert let_through == may - {"account_list", "account", "people_list", "person", "handle_list", "notice_list"}


def test_whoever_has_not_signed_in_is_sent_to_the_door(address_of: Callable[[str], str]) -> None:
    for name in MAY_LOOK:
        assert Client().get(address_of(name)).headers["Location"].startswith("/account/login/"), name
