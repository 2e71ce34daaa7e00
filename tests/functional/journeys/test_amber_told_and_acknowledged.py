"""An officer says where a matter is public; the post goes out, the communicator is told, and acknowledges it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from tests.factories.posts import AMBER
from tests.functional.journeys import steps
from tests.portal.fixtures import Portal

WORDS = "trading standards"


def test_an_amber_post_goes_out_and_its_communicator_acknowledges_it(
    portal: Portal, enter: Callable[..., Page], stranger: Page, camden_officer: User, camden_communicator: User
) -> None:
    officer, communicator = enter(camden_officer), enter(camden_communicator)
    steps.write(officer, portal, AMBER, "Red")
    steps.say_where_it_is_public(officer, "https://news.example/chalk-farm")
    expect(officer.locator("#verdict-word")).to_have_text("Amber")
    expect(officer.locator(".verdict__sub")).to_contain_text("Farah Okonjo is told")
    post = steps.send(officer, "Publish and tell")
    steps.read_as_a_stranger(stranger, portal, steps.published_address(officer, post), AMBER)

    expect(steps.notices(communicator, portal)).to_contain_text("acknowledge")
    communicator.goto(f"{portal.url}/desk/?tab=acknowledge")
    expect(communicator.locator("#desk-list")).to_contain_text(WORDS)
    communicator.get_by_role("button", name="Acknowledge").first.click()
    expect(communicator.locator("main")).to_contain_text("Acknowledged: ")
    expect(communicator.locator("#desk-list")).not_to_contain_text(WORDS)
    officer.goto(post)
    expect(officer.locator("main")).to_contain_text("Farah Okonjo")
    portal.clock.forward(hours=2)
    communicator.goto(f"{portal.url}/desk/")
    expect(communicator.locator("main")).to_contain_text("Nothing is waiting")
