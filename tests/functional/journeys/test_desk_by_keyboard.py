"""A communicator's desk by keys alone: move, claim, open, approve, and take it back in time."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from tests.factories.posts import RED
from tests.functional.journeys import steps
from tests.portal.fixtures import Portal

OTHER = "A 40-year-old woman has been charged with robbery and appears at Highbury Corner Magistrates' Court."


def test_a_post_is_claimed_opened_approved_and_taken_back_by_keys_alone(
    portal: Portal, enter: Callable[..., Page], camden_officer: User, camden_communicator: User
) -> None:
    officer, communicator = enter(camden_officer), enter(camden_communicator)
    for words in (RED, OTHER):
        steps.write(officer, portal, words, "Red")
        steps.send(officer, "Send for approval")
    communicator.goto(f"{portal.url}/desk/")
    press = communicator.keyboard.press
    press("j")
    first, second = (communicator.locator("[data-row]").nth(place) for place in (0, 1))
    expect(first.get_by_role("link")).to_be_focused()
    press("j")
    expect(second.get_by_role("link")).to_be_focused()
    press("c")
    expect(second).to_contain_text("You")
    expect(second.get_by_role("link")).to_be_focused()
    press("Enter")
    expect(communicator.locator("h1")).to_contain_text("Red")
    press("a")
    undo = communicator.get_by_role("region", name="Undo")
    expect(undo).to_contain_text("A 40-year-old woman")
    press("u")
    expect(communicator.locator("main")).to_contain_text("Nothing was sent, and the post waits on the desk again.")
    expect(undo).to_be_hidden()
    communicator.goto(f"{portal.url}/desk/")
    expect(communicator.locator("[data-row]")).to_have_count(2)
