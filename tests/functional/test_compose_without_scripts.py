"""The composer with scripts switched off: the same work by buttons."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from accounts.models import SocialAccount
from tests.factories import people
from tests.factories import posts as factory
from tests.portal.fixtures import Portal


@pytest.fixture
def plain(
    browser: Browser, live_portal: Portal, camden_noticeboard: SocialAccount, sign_in: Callable[..., None]
) -> Page:
    """The officer of Camden before an empty composer, without scripts."""
    page = browser.new_context(java_script_enabled=False, locale="en-GB").new_page()
    sign_in(page, "officer@camden.demo", people.PASSWORD)
    page.goto(f"{live_portal.url}/posts/new/")
    return page


@pytest.mark.browser
def test_check_picture_and_send_work_by_buttons(plain: Page, tmp_path: Path) -> None:
    plain.get_by_label("What do you want to say?").fill(factory.GREEN)
    plain.get_by_role("button", name="Check").click()
    expect(plain.locator("#verdict-word")).to_have_text("Green")
    picture = tmp_path / "street.png"
    Image.new("RGB", (60, 40), "teal").save(picture)
    plain.get_by_label("Add a picture").set_input_files(picture)
    plain.get_by_role("button", name="Add picture").click()
    plain.get_by_role("button", name="Publish now").or_(plain.get_by_role("button", name="Send for approval")).click()
    expect(plain.get_by_role("alert")).to_contain_text("Describe picture 1 for people who cannot see it.")
    plain.get_by_label("Describe the picture").fill("A row of bicycles")
    plain.get_by_label("Who agreed to its use?").select_option("own")
    plain.get_by_role("button", name="Send for approval").click()
    expect(plain).to_have_url(re.compile(r"/posts/\d+/$"))
    expect(plain.locator("main")).to_contain_text("A row of bicycles")
