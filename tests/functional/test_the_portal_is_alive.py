"""The frame every journey stands on: pages, worker and beat together."""

import time

from django.core.cache import cache
from playwright.sync_api import Page

from rag_portal.pulse import PULSE
from tests.portal.fixtures import Portal


def test_a_stranger_is_sent_to_the_sign_in_page(page: Page, live_portal: Portal) -> None:
    page.goto(live_portal.url)
    assert "/account/login/" in page.url


def test_the_worker_does_what_beat_rings(page: Page, live_portal: Portal) -> None:
    cache.delete(PULSE)
    for _ in range(100):
        answer = page.request.get(f"{live_portal.url}/health/")
        if answer.ok:
            break
        page.wait_for_timeout(100)
    assert answer.json() == {"well": True, "checks": {"database": "ok", "cache": "ok", "queue": "ok"}}


def test_the_clock_can_be_moved_for_web_and_worker(page: Page, live_portal: Portal) -> None:
    before = time.time()
    live_portal.clock.forward(hours=3)
    for _ in range(100):
        if (cache.get(PULSE) or 0) > before + 3 * 3600 - 60:
            break
        page.wait_for_timeout(100)
    assert cache.get(PULSE) > before + 3 * 3600 - 60
