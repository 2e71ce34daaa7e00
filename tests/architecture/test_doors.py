"""Nothing opens for a stranger but what rag_portal/public_views.py lists."""

import pytest
from django.conf import settings
from django.test import Client

from rag_portal.public_views import PUBLIC_NAMESPACES, PUBLIC_VIEWS
from tests.architecture.addresses import Address, every_address


@pytest.fixture(scope="module")
def addresses() -> list[Address]:
    return list(every_address())


def is_listed(address: Address) -> bool:
    return address.view in PUBLIC_VIEWS or not PUBLIC_NAMESPACES.isdisjoint(address.view.split(":")[:-1])


def test_the_guard_stands_at_the_door() -> None:
    assert "rag_portal.public_views.ClosedUnlessListed" in settings.MIDDLEWARE


def test_every_listed_view_exists(addresses: list[Address]) -> None:
    views = {address.view for address in addresses}
    spaces = {space for view in views for space in view.split(":")[:-1]}
    assert views >= PUBLIC_VIEWS
    assert spaces >= PUBLIC_NAMESPACES


def test_every_address_can_be_asked_for(addresses: list[Address]) -> None:
    assert [address.view for address in addresses if not address.path] == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_the_sign_in_page_from_everywhere_else(
    client: Client, addresses: list[Address], method: str
) -> None:
    answers = {address.view: getattr(client, method)(address.path) for address in addresses if not is_listed(address)}
    login = "/account/login/?next="
    assert {view for view, answer in answers.items() if not answer.get("Location", "").startswith(login)} == set()
