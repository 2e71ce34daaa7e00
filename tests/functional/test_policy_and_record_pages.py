"""The pages of policy and record as people see them: guidance, an incident, a switch, the record and the seals."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.factories.people import PASSWORD

SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 320, "height": 800},
    "desk": {"width": 1280, "height": 900},
}
Look = Callable[[str], None]


@pytest.fixture
def look(page: Page, axe: Callable[[Page], None], picture: Callable[[Page, str], Any]) -> Look:
    """`look("policy")` checks the page as it stands on a phone's and on a desk's width, and keeps both pictures."""

    def at_both_sizes(name: str) -> None:
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)
            axe(page)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{name} is {wide} px too wide on a {size}"
            picture(page, f"{name}-{size}")

    return at_both_sizes


def test_the_press_bureau_publishes_guidance_and_declares_an_incident(
    page: Page, live_portal: Any, sign_in: Any, press_bureau: Any, camden_noticeboard: Any, look: Look
) -> None:
    sign_in(page, press_bureau.email, PASSWORD)
    page.goto(f"{live_portal.url}/guidance/")
    look("guidance-empty")
    page.get_by_role("link", name="Publish guidance").click()
    page.get_by_role("button", name="Publish guidance").click()
    expect(page.get_by_role("alert")).to_contain_text("to put right")
    look("guidance-new-error")
    page.get_by_label("Title").fill("Fireworks")
    page.get_by_label("What officers should do").fill("Do not say who sold them.")
    page.get_by_label("Words it looks for").fill("fireworks\nbangers")
    page.get_by_label("Amber", exact=True).check()
    page.get_by_label("Waits until somebody decides").check()
    page.get_by_label("In force until").fill("2027-01-02T08:00")
    page.get_by_role("button", name="Publish guidance").click()
    expect(page.get_by_text("Looks for “fireworks”, “bangers”")).to_be_visible()
    look("guidance")
    page.goto(f"{live_portal.url}/incidents/")
    look("incidents-empty")
    page.get_by_role("link", name="Declare an incident").click()
    look("incident-new")
    page.get_by_label("Major incident").check()
    page.get_by_label("Title").fill("Fire at Surrey Quays")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Declare the incident").click()
    expect(page.get_by_role("heading", name="Fire at Surrey Quays")).to_be_visible()
    look("incidents")
    page.get_by_role("link", name="Stand down").click()
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Stand down").click()
    expect(page.get_by_text("No incident is in force")).to_be_visible()
    look("incidents-ended")


def test_a_dmc_admin_reads_the_policy_proposes_a_switch_and_follows_the_record(
    page: Page, live_portal: Any, sign_in: Any, dmc_admin: Any, look: Look
) -> None:
    sign_in(page, dmc_admin.email, PASSWORD)
    page.goto(f"{live_portal.url}/policy/")
    look("policy")
    page.goto(f"{live_portal.url}/policy/switches/new")
    look("switch-new")
    page.goto(f"{live_portal.url}/record/")
    look("record")
    page.get_by_role("rowheader").get_by_role("link").first.click()
    look("record-event")
    page.goto(f"{live_portal.url}/record/?type=nothing")
    look("record-empty")


def test_whoever_comes_by_reads_the_seals_and_the_accessibility_statement(
    page: Page, live_portal: Any, camden_officer: Any, look: Look
) -> None:
    page.goto(f"{live_portal.url}/accessibility/")
    look("accessibility")
    page.goto(f"{live_portal.url}/seals/")
    look("seals")
