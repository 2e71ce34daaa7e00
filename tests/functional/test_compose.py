"""An officer's day with the composer, in a real browser."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from accounts.models import SocialAccount, User
from tests.factories import people
from tests.factories import posts as factory
from tests.portal.fixtures import Portal

Enter = Callable[[Page, str, str], None]
Look = Callable[[Page], None]


@pytest.fixture
def writing(
    page: Page, live_portal: Portal, sign_in: Enter, camden_noticeboard: SocialAccount, camden_communicator: User
) -> Page:
    """The officer of Camden before an empty composer, the account of their borough chosen."""
    sign_in(page, "officer@camden.demo", people.PASSWORD)
    page.goto(f"{live_portal.url}/posts/new/")
    return page


def test_a_green_post_is_written_seen_green_sent_and_read_on_the_noticeboard(
    writing: Page, axe: Look, live_portal: Portal
) -> None:
    axe(writing)
    writing.get_by_label("What do you want to say?").press_sequentially(factory.GREEN)
    expect(writing.locator("#verdict-word")).to_have_text("Green")
    expect(writing.locator("#verdict")).to_contain_text("Nobody needs to approve it.")
    expect(writing.locator(".reason").first).to_contain_text("Clause:")
    expect(writing.get_by_label("What do you want to say?")).to_be_focused()
    axe(writing)
    writing.get_by_role("button", name="Publish now").click()
    expect(writing).to_have_url(re.compile(r"/posts/\d+/$"))
    axe(writing)
    for _ in range(60):
        if writing.get_by_role("heading", name="Published").count():
            break
        writing.wait_for_timeout(250)
        writing.reload()
    link = writing.get_by_role("link", name="See it on Noticeboard").get_attribute("href") or ""
    writing.goto(live_portal.url + urlsplit(link).path)
    expect(writing.locator("main")).to_contain_text("Bike marking at Kentish Town station")


def test_the_verdict_follows_the_answer_and_never_takes_the_focus(writing: Page, axe: Look) -> None:
    writing.get_by_label("What do you want to say?").fill(factory.RED)
    expect(writing.locator("#verdict-word")).to_have_text("Red")
    expect(writing.locator("#send")).to_have_text("Send for approval")
    axe(writing)
    writing.get_by_label("Yes, and I can say where").check()
    evidence = writing.get_by_label("Where? A link")
    evidence.press_sequentially("Press office reference PR-2026-11873", delay=30)
    expect(writing.locator("#verdict-word")).to_have_text("Amber")
    expect(evidence).to_be_focused()
    expect(evidence).to_have_value("Press office reference PR-2026-11873")
    expect(writing.locator(".verdict__sub")).to_contain_text("Published at once, and")
    expect(writing.locator("#send")).to_have_text("Publish and tell")
    axe(writing)


def test_a_draft_keeps_itself_and_a_second_tab_is_told_instead_of_overwritten(writing: Page, axe: Look) -> None:
    box = writing.get_by_label("What do you want to say?")
    box.fill("Come to the ward panel on Saturday.")
    expect(writing).to_have_url(re.compile(r"/posts/\d+/edit/$"))
    second = writing.context.new_page()
    second.goto(writing.url)
    second.get_by_label("What do you want to say?").fill("Words of the second tab.")
    expect(second.locator("[data-draft-status]")).to_contain_text("Draft saved at")
    second.wait_for_timeout(100)
    box.fill("Words of the first tab.")
    expect(writing.locator("#overtaken")).to_contain_text("Words of the second tab.")
    expect(box).to_have_value("Words of the first tab.")
    axe(writing)
    second.reload()
    expect(second.get_by_label("What do you want to say?")).to_have_value("Words of the second tab.")


def test_an_hour_that_does_not_exist_is_repaired_with_one_button(writing: Page, axe: Look) -> None:
    writing.get_by_label("What do you want to say?").fill(factory.GREEN)
    writing.get_by_label("At a date and time").check()
    writing.get_by_label("Date", exact=True).fill("2027-03-28")
    writing.get_by_label("Time", exact=True).fill("01:30")
    expect(writing.locator("#clock-note")).to_contain_text("the clocks go forward")
    writing.locator("#send").click()
    expect(writing.get_by_role("alert")).to_contain_text("The next time is 02:00")
    axe(writing)
    writing.get_by_role("button", name="Use 02:00").click()
    expect(writing.get_by_label("Time", exact=True)).to_have_value("02:00")
    writing.get_by_role("button", name="Schedule", exact=True).click()
    expect(writing.locator("h1")).to_contain_text("Goes out on Sunday 28 March at 02:00")


def test_on_a_phone_the_text_comes_before_the_verdict_and_the_short_one_stands_at_the_foot(
    writing: Page, axe: Look
) -> None:
    writing.set_viewport_size({"width": 320, "height": 700})
    writing.get_by_label("What do you want to say?").fill(factory.GREEN)
    expect(writing.locator("#verdict-short")).to_contain_text("Green")
    text, verdict = (writing.locator(name).bounding_box() for name in ("#text", "#verdict"))
    assert text is not None
    assert verdict is not None
    assert text["y"] < verdict["y"]
    assert writing.evaluate("document.documentElement.scrollWidth") <= 320
    axe(writing)


def test_my_posts_says_what_needs_me(writing: Page, axe: Look, live_portal: Portal) -> None:
    writing.goto(f"{live_portal.url}/posts/")
    expect(writing.locator("main")).to_contain_text("You have sent nothing yet.")
    axe(writing)
    writing.goto(f"{live_portal.url}/posts/new/")
    writing.get_by_label("What do you want to say?").fill(factory.RED)
    writing.get_by_role("button", name="Send for approval").click()
    writing.get_by_role("link", name="My posts").click()
    expect(writing.locator("main")).to_contain_text("Waits for somebody to decide")
    axe(writing)
    writing.get_by_role("button", name="Take it back").click()
    expect(writing.locator("main")).to_contain_text("It is a draft again")


def test_whoever_was_signed_out_meanwhile_is_told_and_finds_the_words_again(
    writing: Page, live_portal: Portal, sign_in: Enter
) -> None:
    writing.context.clear_cookies()
    box = writing.get_by_label("What do you want to say?")
    box.fill("Words typed after the session had ended.")
    expect(writing.locator("#verdict")).to_contain_text("This light is older than your words")
    expect(writing.locator("[data-draft-status]")).to_contain_text("You are signed out.")
    expect(box).to_have_value("Words typed after the session had ended.")
    sign_in(writing, "officer@camden.demo", people.PASSWORD)
    writing.goto(f"{live_portal.url}/posts/new/")
    writing.get_by_role("button", name="Use the newer text kept in this browser").click()
    expect(box).to_have_value("Words typed after the session had ended.")
    expect(writing).to_have_url(re.compile(r"/posts/\d+/edit/$"))


@pytest.mark.parametrize("width", [320, 1280])
def test_the_error_page_is_clean_and_leads_to_each_field(writing: Page, axe: Look, width: int) -> None:
    writing.set_viewport_size({"width": width, "height": 800})
    writing.get_by_label("What do you want to say?").fill(factory.RED)
    writing.get_by_label("Yes, and I can say where").check()
    writing.get_by_role("button", name="Send for approval").click()
    expect(writing).to_have_title(re.compile("^Error: "))
    writing.get_by_role("alert").get_by_role("link", name="Say where this was made public.").click()
    expect(writing.get_by_label("Where? A link")).to_be_focused()
    assert writing.evaluate("document.documentElement.scrollWidth") <= width
    axe(writing)
