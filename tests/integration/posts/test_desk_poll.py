"""Asking a desk again while nothing changed costs nothing but the question."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import SocialAccount, User
from posts.models import Post
from posts.services import claims
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def poll(client: Client, camden_communicator: User, time_machine: Any) -> Callable[..., Any]:
    client.force_login(camden_communicator)
    time_machine.move_to(timezone.now(), tick=False)
    return lambda **headers: client.get("/desk/list/", headers=headers)


def test_nothing_new_is_answered_304_without_a_body(poll: Callable[..., Any], red: Post) -> None:
    etag = poll()["ETag"]
    answer = poll(if_none_match=etag)
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
    assert "no-store" in answer["Cache-Control"]


def test_the_page_itself_knows_the_version_it_shows(poll: Callable[..., Any], client: Client, red: Post) -> None:
    page = client.get("/desk/").content.decode()
    assert poll()["ETag"].strip('"') in page


def test_a_claim_changes_it(poll: Callable[..., Any], red: Post, press_bureau: User) -> None:
    etag = poll()["ETag"]
    claims.claim(red, press_bureau, timezone.now())
    answer = poll(if_none_match=etag)
    assert answer.status_code == 200
    assert "Ruaridh Bell" in answer.content.decode()


def test_a_new_post_changes_it(
    poll: Callable[..., Any], camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    etag = poll()["ETag"]
    factory.sent(camden_officer, camden_noticeboard, factory.RED)
    assert poll(if_none_match=etag).status_code == 200


def test_waits_are_brought_up_to_date_now_and_then(poll: Callable[..., Any], red: Post, time_machine: Any) -> None:
    etag = poll()["ETag"]
    time_machine.shift(60)
    assert poll(if_none_match=etag).status_code == 200
