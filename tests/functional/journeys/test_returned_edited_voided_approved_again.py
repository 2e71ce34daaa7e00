"""Returned, changed, approved, changed again: the approval ends with the words it covered, and another is needed."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from tests.factories.posts import RED
from tests.functional.journeys import steps
from tests.portal.fixtures import Portal

SECOND = "A man has been charged with robbery on Fortess Road and appears at Highbury Corner Magistrates' Court."
THIRD = "A man has been charged with robbery and appears at Highbury Corner Magistrates' Court on Thursday."


def test_an_edit_voids_an_approval_and_only_what_was_approved_again_goes_out(
    portal: Portal, enter: Callable[..., Page], stranger: Page, camden_officer: User, camden_communicator: User
) -> None:
    officer, communicator = enter(camden_officer), enter(camden_communicator)
    steps.write(officer, portal, RED, "Red")
    officer.get_by_label("At a date and time").check()
    officer.get_by_label("Date", exact=True).fill(str(portal.clock.today()))
    officer.get_by_label("Time", exact=True).fill("15:00")
    post = steps.send(officer, "Send for approval")

    steps.open_on_desk(communicator, portal, "charged with robbery")
    communicator.get_by_role("button", name="Return").first.click()
    communicator.get_by_label("Names or points to a person").first.check()
    communicator.get_by_label("What should change?").fill("Leave out the age.")
    communicator.get_by_role("button", name="Return for changes").click()
    expect(communicator.locator("main")).to_contain_text("Returned to PC Imran Sadler")

    officer.goto(f"{portal.url}/posts/")
    expect(officer.get_by_role("region", name="Needs you")).to_contain_text("charged with robbery")
    officer.goto(post)
    expect(officer.locator("main")).to_contain_text("Leave out the age.")
    officer.get_by_role("button", name="Change it").click()
    steps.rewrite(officer, SECOND)
    steps.send(officer, "Send for approval")
    approve(communicator, portal, 2)

    officer.goto(post)
    expect(officer.locator("h1")).to_contain_text("15:00")
    officer.get_by_role("button", name="Take it back").click()
    steps.rewrite(officer, THIRD)
    steps.send(officer, "Send for approval")
    expect(officer.locator("h1")).to_contain_text("Waits for somebody to decide")

    steps.open_on_desk(communicator, portal, "on Thursday")
    expect(communicator.locator("main")).to_contain_text("added: ")
    approve(communicator, portal, 3)
    portal.clock.forward(hours=4)
    steps.read_as_a_stranger(stranger, portal, steps.published_address(officer, post), THIRD)


def approve(page: Page, portal: Portal, revision: int) -> None:
    steps.open_on_desk(page, portal, "charged with robbery")
    page.get_by_role("button", name=f"Approve revision {revision}").first.click()
    expect(page.locator("main")).to_contain_text("Approved")
