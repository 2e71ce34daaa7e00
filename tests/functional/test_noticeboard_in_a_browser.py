"""The public noticeboard in a real browser: readable by everybody, on a phone and on a desk, empty and full."""

import pytest
from django.utils import timezone

from posts.services import publishing, review
from tests.factories import posts

SIZES = [320, 1280]


@pytest.mark.parametrize("width", SIZES)
def test_an_empty_board_is_readable(live_portal, page, axe, picture, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_portal.url}/noticeboard/")
    assert page.get_by_text("Nothing is up yet").is_visible()
    axe(page)
    picture(page, f"noticeboard-empty-{width}")


@pytest.mark.parametrize("width", SIZES)
def test_a_board_a_notice_and_what_a_withdrawal_leaves_are_readable(
    live_portal, page, axe, picture, width, camden_officer, camden_noticeboard
):
    page.set_viewport_size({"width": width, "height": 800})
    post = posts.sent(camden_officer, camden_noticeboard, posts.GREEN + " https://www.met.police.uk/bikes")
    publishing.publish_due()
    page.goto(f"{live_portal.url}/noticeboard/")
    axe(page)
    picture(page, f"noticeboard-{width}")
    page.locator("article time").click()
    assert page.get_by_role("link", name="Bluesky").is_visible()
    axe(page)
    picture(page, f"noticeboard-notice-{width}")
    review.withdraw(posts.fresh(post), camden_officer, timezone.now(), "Wrong day")
    publishing.publish_due()
    page.reload()
    assert page.get_by_role("heading", name="This notice was withdrawn").is_visible()
    axe(page)
    picture(page, f"noticeboard-withdrawn-{width}")
