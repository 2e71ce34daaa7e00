"""Fixtures for tests in a real browser against the running portal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page

from tests.portal import looks
from tests.portal.clock import Clock
from tests.portal.staff import Staff
from tests.services import browser


@dataclass(frozen=True)
class Portal:
    """The running portal: where it is, its clock, and what it has mailed."""

    url: str
    clock: Clock
    mail_folder: Path

    def mails(self) -> list[Message]:
        """Return every mail that web or worker sent, oldest first."""
        files = sorted(self.mail_folder.glob("*"), key=lambda path: path.stat().st_mtime_ns)
        return [message_from_bytes(path.read_bytes()) for path in files]


@pytest.fixture(scope="session")
def staff(django_db_setup: None, django_db_blocker: Any) -> Iterator[Staff]:
    """Worker and beat, started once and idle between tests."""
    with django_db_blocker.unblock():
        people = Staff()
    yield people
    people.dismiss()


@pytest.fixture
def live_portal(transactional_db: None, staff: Staff, live_server: Any, settings: Any) -> Iterator[Portal]:
    """The whole portal at work: pages, worker and beat on this session's PostgreSQL and Redis."""
    folder = Path(settings.DATA_DIR, "mail")
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "django.core.mail.backends.filebased.EmailBackend", folder
    for old in folder.glob("*"):
        old.unlink()
    cache.clear()  # sign-ins of other tests, moved to this same minute, count against nobody
    clock = Clock()
    with staff.at_work():
        yield Portal(live_server.url, clock, folder)
    clock.back()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the machine's own Chromium."""
    return browser_type_launch_args | {"executable_path": browser.find_chromium(), "args": browser.arguments()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """See the portal as people in London do."""
    return browser_context_args | {"locale": "en-GB", "timezone_id": "Europe/London"}


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)` fails when the page breaks WCAG 2.2 A or AA."""
    return looks.check_access


@pytest.fixture
def picture() -> Callable[[Page, str], Path]:
    """`picture(page, "desk-empty")` keeps build/screenshots/desk-empty.png."""
    return looks.take_picture


@pytest.fixture
def sign_in(live_portal: Portal) -> Callable[[Page, str, str], None]:
    """`sign_in(page, email, password)` goes through the sign-in page as the person would."""

    def through_the_door(page: Page, email: str, password: str) -> None:
        page.goto(f"{live_portal.url}/account/login/")
        page.locator("input[name=login]").fill(email)
        page.locator("input[name=password]").fill(password)
        page.locator("main button[type=submit]").first.click()
        page.wait_for_url(lambda url: "/account/login/" not in url)

    return through_the_door
