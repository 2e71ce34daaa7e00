"""What people do on the pages, step by step. Once somebody signed in, a journey is made of these and nothing else."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.portal.fixtures import Portal

TEXT_BOX = "What do you want to say?"


def write(page: Page, portal: Portal, text: str, light: str) -> None:
    """Type a new post and wait for its light."""
    page.goto(f"{portal.url}/posts/new/")
    page.get_by_label(TEXT_BOX).fill(text)
    expect(page.locator("#verdict-word")).to_have_text(light)


def rewrite(page: Page, text: str) -> None:
    """Put other words into the composer that is open, and wait until they are kept."""
    page.get_by_label(TEXT_BOX).fill(text)
    expect(page.locator("#echo")).to_contain_text(text[:40])


def send(page: Page, button: str) -> str:
    """Press the button that says what sending means, and return the address of the post."""
    page.get_by_role("button", name=button, exact=True).click()
    expect(page).to_have_url(re.compile(r"/posts/\d+/$"))
    return page.url


def say_where_it_is_public(page: Page, evidence: str) -> None:
    """Answer the question of the verdict with yes."""
    page.get_by_label("Yes, and I can say where").check()
    page.get_by_label("Where? A link").fill(evidence)


def open_on_desk(page: Page, portal: Portal, words: str) -> None:
    """Open the post with these words from the desk."""
    page.goto(f"{portal.url}/desk/")
    page.get_by_role("link", name=words).click()
    expect(page).to_have_url(re.compile(r"/desk/\d+/$"))


def reload_until(page: Page, there: Locator) -> None:
    """Reload until it stands on the page: what the worker does shows with the next look."""
    for _ in range(60):
        try:
            expect(there.first).to_be_visible(timeout=500)
        except AssertionError:
            page.reload()
        else:
            return
    expect(there.first).to_be_visible()


def reload_until_count(page: Page, these: Locator, count: int) -> None:
    """Reload until there are so many; more than that is wrong at once."""
    for _ in range(60):
        try:
            expect(these).to_have_count(count, timeout=500)
        except AssertionError:
            assert these.count() <= count
            page.reload()
        else:
            return
    expect(these).to_have_count(count)


def read_as_a_stranger(page: Page, portal: Portal, address: str, words: str) -> None:
    """Follow a public address without having signed in."""
    page.goto(portal.url + urlsplit(address).path)
    expect(page.locator("main")).to_contain_text(words)


def published_address(page: Page, post: str) -> str:
    """Wait until the post is out and return where the public reads it."""
    page.goto(post)
    link = page.get_by_role("link", name="See it on Noticeboard")
    reload_until(page, link)
    return link.get_attribute("href") or ""


def notices(page: Page, portal: Portal) -> Locator:
    """Open the notices of whoever is signed in."""
    page.goto(f"{portal.url}/notices/")
    return page.locator("main")


def wait_for_mails(page: Page, portal: Portal, to: str, count: int) -> None:
    """Look until so many mails went to this address; more than that is wrong."""
    for _ in range(100):
        found = [mail for mail in portal.mails() if to in str(mail["To"])]
        if len(found) >= count:
            break
        page.wait_for_timeout(100)
    assert len(found) == count, (to, [str(mail["Subject"]) for mail in found])
