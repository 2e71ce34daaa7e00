"""The whole way to the noticeboard with scripts switched off: write, check, send, see it out."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from tests.factories.posts import GREEN
from tests.functional.journeys import steps
from tests.portal.fixtures import Portal


def test_a_post_is_written_checked_sent_and_read_without_scripts(
    portal: Portal, enter: Callable[..., Page], stranger: Page, camden_officer: User
) -> None:
    officer = enter(camden_officer, java_script_enabled=False)
    officer.goto(f"{portal.url}/posts/new/")
    officer.get_by_label(steps.TEXT_BOX).fill(GREEN)
    officer.get_by_role("button", name="Check", exact=True).click()
    expect(officer.locator("#verdict-word")).to_have_text("Green")
    expect(officer.get_by_label(steps.TEXT_BOX)).to_have_value(GREEN)
    address = steps.published_address(officer, steps.send(officer, "Publish now"))
    steps.read_as_a_stranger(stranger, portal, address, GREEN)
