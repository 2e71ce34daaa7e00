"""Where people land, and where they may go from there."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import SocialAccount, User

pytestmark = pytest.mark.django_db


def links(client: Client, person: User, path: str) -> str:
    """The navigation of a page as this person sees it."""
    client.force_login(person)
    page = client.get(path).content.decode()
    return page.partition('<nav aria-label="Main">')[2].partition("</nav>")[0]


def test_an_officer_lands_before_an_empty_post(
    client: Client, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    client.force_login(camden_officer)
    assert client.get("/")["Location"] == "/posts/new/"


def test_whoever_decides_lands_on_the_desk(client: Client, camden_communicator: User) -> None:
    client.force_login(camden_communicator)
    assert client.get("/")["Location"] == "/desk/"


def test_whoever_does_neither_lands_on_the_register(client: Client, auditor: User) -> None:
    client.force_login(auditor)
    assert client.get("/")["Location"] == "/accounts/"


def test_people_see_the_places_their_roles_open(
    client: Client,
    camden_officer: User,
    camden_noticeboard: SocialAccount,
    camden_communicator: User,
    dmc_admin: User,
    auditor: User,
) -> None:
    officer = links(client, camden_officer, "/posts/")
    assert "New post" in officer
    assert "Desk" not in officer
    assert "Policy" not in officer
    assert "Desk" in links(client, camden_communicator, "/accounts/")
    assert "Policy" in links(client, dmc_admin, "/accounts/")
    assert "Record" in links(client, auditor, "/accounts/")


def test_the_place_one_is_at_is_marked(client: Client, camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    for path, label in (("/posts/new/", "New post"), ("/posts/", "My posts"), ("/posts/all/", "My posts")):
        marked = links(client, camden_officer, path).partition('aria-current="page">')[2]
        assert marked.startswith(label)


def test_a_visitor_sees_no_navigation(client: Client) -> None:
    page = client.get("/account/login/").content.decode()
    assert '<nav aria-label="Main">' not in page


@pytest.mark.django_db(transaction=True)
def test_the_frame_of_a_page_costs_few_queries(
    client: Client, camden_officer: User, camden_noticeboard: SocialAccount, django_assert_max_num_queries: Any
) -> None:
    client.force_login(camden_officer)
    client.get("/posts/all/")
    with django_assert_max_num_queries(13):
        client.get("/posts/all/")
