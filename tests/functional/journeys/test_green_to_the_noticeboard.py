"""An officer writes about the ward, sees Green, and the public reads it: nobody else was asked."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from tests.factories.posts import GREEN
from tests.functional.journeys import steps
from tests.portal.fixtures import Portal


def test_a_green_post_is_on_the_noticeboard_at_once_and_nobody_is_asked(
    portal: Portal, enter: Callable[..., Page], stranger: Page, camden_officer: User, camden_communicator: User
) -> None:
    officer = enter(camden_officer)
    steps.write(officer, portal, GREEN, "Green")
    expect(officer.locator("#verdict")).to_contain_text("Nobody needs to approve it.")
    expect(officer.locator(".reason").first).to_contain_text("Clause:")
    address = steps.published_address(officer, steps.send(officer, "Publish now"))
    steps.read_as_a_stranger(stranger, portal, address, GREEN)
    steps.read_as_a_stranger(stranger, portal, "/noticeboard/", GREEN)
    officer.goto(f"{portal.url}/posts/")
    expect(officer.get_by_role("region", name="Published")).to_contain_text("Bike marking")
    communicator = enter(camden_communicator)
    communicator.goto(f"{portal.url}/desk/")
    expect(communicator.locator("main")).to_contain_text("Nothing is waiting")
