"""What a journey starts from: people and an account, a Wednesday morning, and a browser for each person."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from accounts.models import SocialAccount, User
from tests.factories.people import PASSWORD
from tests.portal.fixtures import Portal

NewContext = Callable[..., BrowserContext]


def wednesday_at_eleven() -> datetime:
    """The second Wednesday of the next January from 2027 on, at eleven: a working hour, far from a bank holiday."""
    now = datetime.now(UTC)
    years = range(max(2027, now.year), now.year + 3)
    return next(day for day in map(_second_wednesday, years) if day > now + timedelta(hours=1))


def _second_wednesday(year: int) -> datetime:
    first = datetime(year, 1, 1, 11, tzinfo=UTC)
    return first + timedelta(days=(2 - first.weekday()) % 7 + 7)


@pytest.fixture
def portal(
    live_portal: Portal,
    camden_noticeboard: SocialAccount,
    camden_officer: User,
    camden_communicator: User,
    camden_spoc: User,
    borough_support: User,
    press_bureau: User,
) -> Portal:
    """The portal on a Wednesday morning, with everybody whom a Camden ladder names."""
    live_portal.clock.move_to(wednesday_at_eleven())
    return live_portal


@pytest.fixture
def enter(portal: Portal, new_context: NewContext, sign_in: Callable[..., None]) -> Callable[..., Page]:
    """`enter(person)` is a browser of this person's own, signed in; anything else it takes goes to the browser."""

    def through_the_door(person: User, **how: Any) -> Page:
        page = new_context(**how).new_page()
        sign_in(page, person.email, PASSWORD)
        return page

    return through_the_door


@pytest.fixture
def stranger(portal: Portal, new_context: NewContext) -> Page:
    """A browser of somebody who never signed in."""
    return new_context().new_page()
