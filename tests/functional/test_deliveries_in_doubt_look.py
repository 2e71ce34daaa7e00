"""A delivery in doubt, looked at and settled in a browser: on the post's page and on the decision page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import SocialAccount, User
from posts import outbox
from posts.domain.publication import PublicationStatus
from posts.models import Publication
from posts.services import publishing
from tests.factories import posts as factory
from tests.factories.people import PASSWORD

ADDRESS = "https://social.example/@camden/1"


@pytest.fixture
def doubtful(transactional_db: None, camden_officer: User, camden_mastodon: SocialAccount) -> Publication:
    """A row whose answer was lost, before anybody else is at work."""
    factory.sent(camden_officer, camden_mastodon)
    now = timezone.now()
    (row,) = publishing.claim(1, now)
    with transaction.atomic():
        outbox.begin(row, None, now)
        outbox.settle(row, PublicationStatus.UNKNOWN, now, error="The connection was cut after sending.")
    return row


def test_a_person_settles_what_the_portal_could_not(
    doubtful: Publication,
    camden_communicator: User,
    page: Page,
    axe: Callable[[Page], None],
    picture: Callable[[Page, str], Path],
    request: pytest.FixtureRequest,
) -> None:
    portal, sign_in = request.getfixturevalue("live_portal"), request.getfixturevalue("sign_in")
    post = doubtful.revision.post_id
    sign_in(page, camden_communicator.email, PASSWORD)
    for name, path in {"post-in-doubt": f"/posts/{post}/", "decision-in-doubt": f"/desk/{post}/"}.items():
        page.goto(portal.url + path)
        expect(page.get_by_role("heading", name="Is it out?")).to_be_visible()
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            picture(page, f"{name}-{width}")
    page.get_by_label("Its address there").fill("over there")
    page.get_by_role("button", name="It is out", exact=True).click()
    expect(page.locator(".govuk-error-message")).to_contain_text("Enter the whole address")
    axe(page)
    page.get_by_label("Its address there").fill(ADDRESS)
    page.get_by_role("button", name="It is out", exact=True).click()
    expect(page.get_by_role("link", name="See it")).to_have_attribute("href", ADDRESS)
