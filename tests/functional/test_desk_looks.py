"""What the desk and the decision page look like, and that axe finds no fault with them, in each of their states."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from accounts.models import SocialAccount, User
from posts.services import claims, conversation, review
from tests.factories import posts as factory
from tests.factories.people import PASSWORD
from tests.portal.fixtures import Portal

SIZES = {"320": (320, 900), "390": (390, 844), "768": (768, 1024), "1280": (1280, 900)}
Look = Callable[[str], None]


@pytest.fixture
def look(page: Page, axe: Callable[[Page], None], picture: Callable[[Page, str], Path]) -> Look:
    """`look("desk-full")` checks and pictures the page as it stands at each width."""

    def at_each_width(name: str) -> None:
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            axe(page)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{name} is {wide} wide at {width}"
            picture(page, f"{name}-{size}")

    return at_each_width


@pytest.fixture
def full_desk(
    live_portal: Portal,
    camden_officer: User,
    camden_noticeboard: SocialAccount,
    camden_mastodon: SocialAccount,
    camden_communicator: User,
    press_bureau: User,
) -> dict[str, int]:
    """A desk with something in every group: three to decide, two to acknowledge, one held."""
    now = timezone.now()
    public = {"public_domain": True, "evidence": "Press office, 12:40, https://news.example/pr-2026-11873"}
    returned = factory.sent(camden_officer, camden_noticeboard, "A prolific burglar has been charged.", **public)
    review.send_back(returned, press_bureau, factory.seen(returned), now, ["Wording or tone"], "Take out prolific.")
    words = "A man from Kentish Town has been charged with two burglaries. He is guilty and finally off our streets."
    red = factory.resent(returned, words, note="Before 15:30?")
    missing = factory.sent(
        camden_officer,
        camden_noticeboard,
        "Have you seen Theo, 34, missing from Queen's Crescent since 13:40? Call 999.",
        threat_to_life=True,
    )
    claims.claim(missing, press_bureau, now)
    paused = factory.sent(camden_officer, camden_noticeboard, "Tonight's lantern walk passed with a hum of kazoos.")
    conversation.ask_author(paused, camden_communicator, "Whose kazoos?", now)
    told = [factory.sent(camden_officer, camden_noticeboard, factory.AMBER, **public) for _ in range(2)]
    return {"red": red.pk, "missing": missing.pk, "paused": paused.pk, "told": told[0].pk}


def enter(page: Page, portal: Portal, sign_in: Callable[[Page, str, str], None], who: User) -> None:
    sign_in(page, who.email, PASSWORD)
    page.goto(f"{portal.url}/desk/")


def test_the_empty_desk_says_that_nothing_waits(
    page: Page, live_portal: Portal, sign_in: Callable[[Page, str, str], None], camden_communicator: User, look: Look
) -> None:
    enter(page, live_portal, sign_in, camden_communicator)
    page.get_by_role("heading", name="Nothing is waiting").wait_for()
    look("desk-empty")


def test_the_full_desk_and_its_pages_hold_no_barrier(
    page: Page,
    live_portal: Portal,
    sign_in: Callable[[Page, str, str], None],
    camden_communicator: User,
    full_desk: dict[str, int],
    look: Look,
) -> None:
    enter(page, live_portal, sign_in, camden_communicator)
    page.get_by_role("button", name="Acknowledge").nth(1).wait_for(timeout=20_000)
    look("desk-full")
    page.goto(f"{live_portal.url}/desk/?tab=acknowledge&choose=1")
    look("desk-choose")
    page.goto(f"{live_portal.url}/desk/{full_desk['red']}/")
    look("decision")
    for name in ("Return", "Reject", "Ask author"):
        page.get_by_role("button", name=name).first.click()
        look(f"decision-{name.lower().replace(' ', '-')}")
    page.goto(f"{live_portal.url}/desk/{full_desk['missing']}/")
    look("decision-claimed-by-another")
    page.goto(f"{live_portal.url}/desk/{full_desk['told']}/")
    look("decision-told")
