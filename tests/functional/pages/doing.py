"""What people do on a page to bring it into a state."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.functional.pages.state import Step

PASSWORD = "a-long-word-for-tests"


def press(name: str) -> Step:
    """Press the first button of this name in the main part."""
    return lambda page: page.locator("#main").get_by_role("button", name=name).first.click()


def fill(label: str, text: str) -> Step:
    """Type into a field."""
    return lambda page: page.get_by_label(label).first.fill(text)


def put(css: str, text: str) -> Step:
    """Type into the field that this selector finds."""
    return lambda page: page.locator(css).fill(text)


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


def knock(page: Page) -> None:
    """Give address and password of somebody with a second factor, unless that was done before."""
    if page.get_by_label("Work e-mail address").count():
        page.get_by_label("Work e-mail address").fill("bureau@dmc.demo")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Enter your code")).to_be_visible()


def unfold(page: Page) -> None:
    """Open everything that is folded."""
    page.evaluate("document.querySelectorAll('#main details').forEach(one => one.open = true)")


def open_menu(page: Page) -> None:
    """Open the menu of a phone."""
    page.locator("[data-rag-menu]").dispatch_event("click")


def add_picture(page: Page) -> None:
    """Add a small picture to the composer."""
    data = BytesIO()
    Image.new("RGB", (64, 40), "teal").save(data, "PNG")
    file: FilePayload = {"name": "street.png", "mimeType": "image/png", "buffer": data.getvalue()}
    page.locator("#file").set_input_files(file)
    expect(page.get_by_label("Describe the picture")).to_be_visible()


def look_away(page: Page) -> None:
    """What is decided is not what stands there any more."""
    page.evaluate("document.querySelectorAll('[name=decision_digest]').forEach(one => one.value = '0'.repeat(64))")


def wait_too_long(page: Page) -> None:
    """The page was open so long that its token is no good."""
    page.evaluate("document.querySelectorAll('[name=csrfmiddlewaretoken]').forEach(one => one.value = 'x'.repeat(64))")


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
