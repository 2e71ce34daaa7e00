"""What tests of ladders and of the desk ask for."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from accounts.models import SocialAccount, User
from posts.models import Post
from tests.factories import posts as factory

Do = Callable[..., Any]


@pytest.fixture
def appointed_in_september() -> Iterator[None]:
    """Everybody's appointment is older than any post of the test. Ask for it before anybody is made."""
    with time_machine.travel(datetime(2026, 9, 1, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def everybody(
    camden_spoc: User, camden_communicator: User, borough_support: User, press_bureau: User, hackney_communicator: User
) -> None:
    """Everybody a Camden ladder can name, and one it cannot. Tomasz Wren is head of DMC on call too."""


@pytest.fixture
def red(camden_officer: User, camden_noticeboard: SocialAccount) -> Post:
    return factory.sent(camden_officer, camden_noticeboard, factory.RED)


@pytest.fixture
def do(client: Client) -> Do:
    """`do(person, post, "return", note="…")` sends the form of the decision page as this person saw it."""

    def send(person: User, post: Post, action: str, query: str = "", **fields: Any) -> Any:
        client.force_login(person)
        seen = {
            "decision_digest": post.current_revision.decision_digest if post.current_revision else "",
            "assessment": post.assessment_id,
        }
        return client.post(f"/desk/{post.pk}/{action}/{query}", seen | {"note": "A word on it."} | fields)

    return send
