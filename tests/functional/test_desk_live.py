"""The desk while it is open: what arrives, what goes, what is claimed elsewhere, and the hand that is never moved."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import SocialAccount, User
from posts.models import Post
from posts.services import claims, review
from tests.factories import posts as factory
from tests.factories.people import PASSWORD
from tests.portal.fixtures import Portal

SOON = 12_000


@pytest.fixture
def two(camden_officer: User, camden_noticeboard: SocialAccount) -> list[Post]:
    return [factory.sent(camden_officer, camden_noticeboard, factory.RED) for _ in range(2)]


@pytest.fixture
def desk(
    page: Page,
    live_portal: Portal,
    sign_in: Callable[[Page, str, str], None],
    two: list[Post],
    camden_communicator: User,
    press_bureau: User,
) -> Page:
    """The communicator's open desk with two reds on it."""
    sign_in(page, camden_communicator.email, PASSWORD)
    page.goto(f"{live_portal.url}/desk/")
    return page


def test_what_a_colleague_claims_and_decides_shows_by_itself(desk: Page, two: list[Post], press_bureau: User) -> None:
    claims.claim(two[0], press_bureau, timezone.now())
    expect(desk.locator(f"#post-{two[0].pk}")).to_contain_text("Ruaridh Bell", timeout=SOON)
    review.reject(two[0], press_bureau, factory.seen(two[0]), timezone.now(), [], "Not public yet.")
    expect(desk.locator(f"#post-{two[0].pk}")).to_have_count(0, timeout=SOON)
    expect(desk.get_by_role("link", name="Red to decide 1")).to_be_visible()


def test_a_new_red_is_spoken_once_and_shown(
    desk: Page, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    expect(desk.locator(f"#post-{post.pk}")).to_be_visible(timeout=SOON)
    expect(desk.locator("#rag-say")).to_contain_text("1 new red: charge details")


def test_the_row_in_hand_stays_and_new_ones_wait_for_the_button(
    desk: Page, two: list[Post], press_bureau: User, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("j")
    hand = desk.locator(f"#post-{two[1].pk}").get_by_role("link")
    expect(hand).to_be_focused()
    claims.claim(two[0], press_bureau, timezone.now())
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    expect(desk.get_by_role("button", name="1 new, show")).to_be_visible(timeout=SOON)
    expect(desk.locator(f"#post-{two[0].pk}")).to_contain_text("Ruaridh Bell")
    expect(hand).to_be_focused()
    expect(desk.locator(f"#post-{post.pk}")).to_have_count(0)
    desk.get_by_role("button", name="1 new, show").click()
    expect(desk.locator(f"#post-{post.pk}").get_by_role("link")).to_be_focused()


def test_nothing_new_is_not_sent_again(desk: Page) -> None:
    with desk.expect_response(lambda answer: "/desk/list/" in answer.url and answer.status == 304, timeout=30_000):
        pass


def test_claiming_leaves_the_hand_on_its_row(desk: Page, two: list[Post]) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("c")
    row = desk.locator(f"#post-{two[0].pk}")
    expect(row).to_contain_text("You")
    expect(row.get_by_role("link")).to_be_focused()


def test_keys_open_each_form_with_the_focus_on_its_first_field(
    desk: Page, live_portal: Portal, two: list[Post]
) -> None:
    desk.goto(f"{live_portal.url}/desk/{two[0].pk}/")
    for key, form, field in (("r", "return", "checkbox"), ("x", "reject", "checkbox"), ("q", "ask", "textbox")):
        desk.locator("h1").focus()
        desk.keyboard.press(key)
        expect(desk.locator(f"#{form}")).to_be_visible()
        expect(desk.locator(f"#{form}").get_by_role(field).first).to_be_focused()
        desk.locator(f"#{form}").get_by_role("button", name="Cancel").click()
    desk.keyboard.press("j")
    expect(desk).to_have_url(f"{live_portal.url}/desk/{two[1].pk}/")


def test_the_next_post_takes_the_focus_after_a_decision(desk: Page, live_portal: Portal, two: list[Post]) -> None:
    desk.goto(f"{live_portal.url}/desk/{two[0].pk}/")
    desk.keyboard.press("a")
    expect(desk).to_have_url(f"{live_portal.url}/desk/{two[1].pk}/?next=1")
    expect(desk.locator("h1")).to_be_focused()
    expect(desk.get_by_role("region", name="Undo")).to_contain_text("Approved:")


def test_everything_is_there_without_scripts(
    live_portal: Portal,
    new_context: Callable[..., object],
    sign_in: Callable[[Page, str, str], None],
    two: list[Post],
    camden_communicator: User,
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, camden_communicator.email, PASSWORD)
    page.goto(f"{live_portal.url}/desk/?tab=red")
    page.get_by_label("Order").select_option("newest")
    page.get_by_role("button", name="Show").click()
    page.locator(f"#post-{two[0].pk}").get_by_role("button", name="Claim").click()
    expect(page.locator(f"#post-{two[0].pk}")).to_contain_text("You")
    page.locator(f"#post-{two[0].pk}").get_by_role("link").click()
    page.locator("#return").get_by_label("Wording or tone").check()
    page.locator("#return").get_by_label("What should change?").fill("Drop the court.")
    page.get_by_role("button", name="Return for changes").click()
    expect(page.locator("main")).to_contain_text("Returned to PC Imran Sadler")
