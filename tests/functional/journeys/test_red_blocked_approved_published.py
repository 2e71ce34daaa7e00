"""A red post is blocked, whoever looks; a communicator approves what they saw, and then it goes out."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from tests.factories.posts import RED
from tests.functional.journeys import steps
from tests.portal.fixtures import Portal

WORDS = "charged with robbery on Fortess Road"


def test_a_red_post_is_not_out_until_somebody_else_approves_it(
    portal: Portal, enter: Callable[..., Page], stranger: Page, camden_officer: User, camden_communicator: User
) -> None:
    officer, communicator = enter(camden_officer), enter(camden_communicator)
    steps.write(officer, portal, RED, "Red")
    post = steps.send(officer, "Send for approval")
    expect(officer.locator("h1")).to_contain_text("Waits for somebody to decide")
    officer.goto(f"{portal.url}/desk/")
    expect(officer.locator("h1")).to_have_text("You cannot do this")
    portal.clock.forward(minutes=1)
    steps.read_as_a_stranger(stranger, portal, "/noticeboard/", "Nothing is up yet")

    steps.open_on_desk(communicator, portal, WORDS)
    expect(communicator.locator("h1")).to_contain_text("Red")
    communicator.get_by_role("button", name="Approve revision 1").first.click()
    undo = communicator.get_by_role("region", name="Undo")
    expect(undo).to_contain_text("Approved")
    stranger.reload()
    expect(stranger.locator("main")).not_to_contain_text(WORDS)
    portal.clock.forward(seconds=15)
    steps.read_as_a_stranger(stranger, portal, steps.published_address(officer, post), WORDS)
    expect(officer.locator("main")).to_contain_text("Approved by Farah Okonjo")
