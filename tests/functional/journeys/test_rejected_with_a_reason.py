"""A communicator rejects a post: a reason is demanded, the author reads it, and nothing ever goes out."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from tests.factories.posts import RED
from tests.functional.journeys import steps
from tests.portal.fixtures import Portal

WHY = "The court has put an order on this case."


def test_a_rejection_needs_a_reason_and_the_author_reads_it(
    portal: Portal, enter: Callable[..., Page], stranger: Page, camden_officer: User, camden_communicator: User
) -> None:
    officer, communicator = enter(camden_officer), enter(camden_communicator)
    steps.write(officer, portal, RED, "Red")
    post = steps.send(officer, "Send for approval")
    steps.open_on_desk(communicator, portal, "charged with robbery")
    communicator.get_by_role("button", name="Reject").first.click()
    form = communicator.locator("form#reject")
    form.get_by_role("button", name="Reject").click()
    expect(form.locator(".govuk-error-message")).to_be_visible()
    form.get_by_label("Why is it rejected?").fill(WHY)
    form.get_by_role("button", name="Reject").click()
    expect(communicator.locator("main")).to_contain_text("PC Imran Sadler is told why")

    expect(steps.notices(officer, portal)).to_contain_text(WHY)
    officer.goto(post)
    expect(officer.locator("h1")).to_contain_text("Rejected")
    expect(officer.locator("main")).to_contain_text(WHY)
    portal.clock.forward(minutes=5)
    steps.read_as_a_stranger(stranger, portal, "/noticeboard/", "Nothing is up yet")
