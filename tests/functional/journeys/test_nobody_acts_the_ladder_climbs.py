"""Nobody decides a red post: rung by rung the next ones are told, in the page and by mail, and each of them once."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import User
from tests.factories.posts import RED
from tests.functional.journeys import steps
from tests.portal.fixtures import Portal


def test_a_red_post_that_nobody_decides_climbs_to_the_press_bureau(
    portal: Portal,
    enter: Callable[..., Page],
    camden_officer: User,
    camden_communicator: User,
    camden_spoc: User,
    borough_support: User,
    press_bureau: User,
) -> None:
    officer = enter(camden_officer)
    pages = {person: enter(person) for person in (camden_communicator, camden_spoc, borough_support, press_bureau)}
    steps.write(officer, portal, RED, "Red")
    steps.send(officer, "Send for approval")
    rungs = {
        0: [camden_communicator],
        10: [camden_communicator, camden_spoc],
        20: [borough_support],
        30: [press_bureau],
    }
    told: list[User] = []
    for minute, people in rungs.items():
        if minute:
            portal.clock.forward(minutes=10)
        told += people
        for person, page in pages.items():
            steps.notices(page, portal)
            heard = page.locator("main li.rag-panel")
            steps.reload_until_count(page, heard, told.count(person))
    for person, page in pages.items():
        steps.wait_for_mails(page, portal, person.email, told.count(person))
    expect(officer.locator("main")).to_contain_text("Waits")
