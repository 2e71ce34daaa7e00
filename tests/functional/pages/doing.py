"""What people do on a page to bring it into a state."""

from playwright.sync_api import Page, expect

from tests.functional.pages.state import Step

PASSWORD = "a-long-word-for-tests"


def press(name: str) -> Step:
    """Press the first button of this name in the main part."""
    return lambda page: page.locator("#main").get_by_role("button", name=name).first.click()


def fill(label: str, text: str) -> Step:
    """Type into a field."""
    return lambda page: page.get_by_label(label).first.fill(text)


def tick(label: str) -> Step:
    """Tick a box or choose a radio."""
    return lambda page: page.get_by_label(label).first.check()


def shown(words: str) -> Step:
    """Wait until these words stand in the main part."""
    return lambda page: expect(page.locator("#main")).to_contain_text(words)


def write(text: str, light: str) -> Step:
    """Type a post and wait for its light."""

    def go(page: Page) -> None:
        page.get_by_label("What do you want to say?").fill(text)
        expect(page.locator("#verdict-word")).to_have_text(light)

    return go


def send(page: Page) -> None:
    """Send the page's form as it stands."""
    page.locator("#main form[method=post]").last.locator("button").first.click()


def prove(page: Page) -> None:
    """Give the password where the page asks for it again."""
    if page.get_by_role("heading", name="Show that it is you").count():
        page.get_by_label("Your password").fill(PASSWORD)
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("heading", name="Show that it is you")).to_have_count(0)


def unfold(page: Page) -> None:
    """Open everything that is folded."""
    page.evaluate("document.querySelectorAll('#main details').forEach(one => one.open = true)")


def open_menu(page: Page) -> None:
    """Open the menu of a phone."""
    page.locator("[data-rag-menu]").dispatch_event("click")


def keys(page: Page) -> None:
    """Ask for the list of keys."""
    page.keyboard.press("?")
    expect(page.locator("#rag-keys")).to_be_visible()


def overtake(page: Page) -> None:
    """Save from a second tab first, then from this one."""
    second = page.context.new_page()
    second.goto(page.url)
    second.get_by_label("What do you want to say?").fill("Words of the second tab.")
    second.get_by_role("button", name="Save draft").last.click()
    expect(second.get_by_role("status").first).to_be_attached()
    second.wait_for_load_state()
    second.close()
    page.get_by_label("What do you want to say?").fill("Words of the first tab.")
    expect(page.locator("#overtaken")).to_contain_text("Words of the second tab.")
