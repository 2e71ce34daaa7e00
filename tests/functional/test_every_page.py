"""Every state of every page at two widths: no barrier, no sideways scroll, no error, one heading, a clear title."""

import os
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, ViewportSize
from playwright.sync_api import Error as BrowserError

from tests.architecture.addresses import every_address
from tests.factories.sessions import signed_in
from tests.functional import states, worlds
from tests.functional.journeys.conftest import wednesday_at_eleven
from tests.functional.pages.state import State
from tests.portal import looks
from tests.portal.clock import Clock

WIDTHS = (320, 1280)
BUILD: dict[str, Callable[[worlds.Cast], worlds.Keys]] = {"empty": worlds.empty, "full": worlds.full}
KEEP_PICTURES = bool(os.environ.get("RAG_KEEP_PICTURES"))
LOADING = "Failed to load resource"  # what the console says of the page itself when it answers 403, 404, 410 or 422


@pytest.fixture
def wednesday() -> Iterator[None]:
    """A working hour, so that ladders stand as by day."""
    clock = Clock()
    clock.move_to(wednesday_at_eleven())
    yield
    clock.back()


class Visitor:
    """Opens states as the people of one world, and writes down what is wrong with them."""

    def __init__(self, browser: Browser, url: str, cast: worlds.Cast, keys: worlds.Keys) -> None:
        self.browser, self.url, self.cast, self.keys = browser, url, cast, keys
        self.doors: dict[str, BrowserContext] = {}
        self.faults: list[str] = []

    def visit(self, state: State) -> None:
        """Open it, do what it takes, and look."""
        page = self._door(state.who).new_page()
        page.set_default_timeout(10_000)
        console: list[str] = []
        answers: list[int] = []
        page.on("console", lambda said: console.append(said.text) if _is_error(said) else None)
        page.on("pageerror", lambda error: console.append(str(error)))
        page.on("response", lambda answer: answers.append(answer.status) if _is_page(answer, page) else None)
        page.set_viewport_size(_size(WIDTHS[0]))
        try:
            page.goto(self.url + re.sub(r"\{([^}]+)\}", lambda found: str(self.keys[found[1]]), state.path))
            for step in state.do:
                step(page)
            page.wait_for_load_state()
            self.faults += [f"{state.slug}: {fault}" for fault in _faults(page, state, answers, console)]
        except (BrowserError, AssertionError) as problem:
            self.faults.append(f"{state.slug}: {str(problem)[:600]}")
        page.close()

    def _door(self, who: str) -> BrowserContext:
        if who not in self.doors:
            context = self.browser.new_context(locale="en-GB", timezone_id="Europe/London")
            if who:
                session = signed_in(self.cast[who]).cookies["sessionid"].value
                context.add_cookies([{"name": "sessionid", "value": session, "url": self.url}])
            self.doors[who] = context
        return self.doors[who]


def _faults(page: Page, state: State, answers: list[int], console: list[str]) -> Iterator[str]:
    if state.status not in answers:
        yield f"answered {answers}, not {state.status}"
    title = page.title()
    if not re.fullmatch(r"\S.* – RAG Portal", title):
        yield f"its title is {title!r}"
    if (state.status == 422 or "nothing typed" in state.name or "wrong" in state.name) != title.startswith("Error: "):
        yield f"its title is {title!r} where the answer was {answers}"
    if page.locator("h1:visible").count() != 1:
        yield f"it has {page.locator('h1:visible').count()} first headings"
    for width in WIDTHS:
        page.set_viewport_size(_size(width))
        yield from _at(page, width, state)
    yield from (f"the console says {said!r}" for said in console)


def _at(page: Page, width: int, state: State) -> Iterator[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        yield f"it is {wide} wide at {width}"
    try:
        looks.check_access(page)
    except AssertionError as barrier:
        yield str(barrier)
    if KEEP_PICTURES:
        looks.take_picture(page, f"every-{re.sub('[^a-z0-9-]', '', state.slug)}-{width}")


def _is_error(said: ConsoleMessage) -> bool:
    return said.type == "error" and not said.text.startswith(LOADING)


def _is_page(answer: Response, page: Page) -> bool:
    return answer.request.is_navigation_request() and answer.frame == page.main_frame


def _size(width: int) -> ViewportSize:
    return {"width": width, "height": 900}


@pytest.mark.parametrize(("world", "share"), [("empty", 0), ("full", 0), ("full", 1)])
def test_every_state_of_every_page_is_without_barrier(
    world: str, share: int, transactional_db: None, live_server: Any, wednesday: None, browser: Browser
) -> None:
    cast = worlds.bring_in()
    visitor = Visitor(browser, live_server.url, cast, BUILD[world](cast))
    meant = [state for state in states.STATES if state.world == world]
    for state in meant if world == "empty" else meant[share::2]:
        visitor.visit(state)
    for context in visitor.doors.values():
        context.close()
    assert not visitor.faults, "\n".join(visitor.faults)


@pytest.mark.django_db
def test_every_page_is_on_the_list() -> None:
    client = signed_in(worlds.people.person("dmc-admin"))
    listed = {state.view for state in states.STATES} | set(states.NO_PAGES)
    missing = [one.view for one in every_address() if one.view not in listed and is_a_page(client, one.view, one.path)]
    assert missing == []


def is_a_page(client: Client, view: str, path: str) -> bool:
    """Whether a GET is answered by something of its own: the API and addresses that only take a POST are no pages."""
    return not view.startswith("api-v1:") and client.get(path).status_code != 405


def test_the_list_names_only_addresses_that_exist_and_each_state_once() -> None:
    views = {one.view for one in every_address()}
    assert {state.view for state in states.STATES} | set(states.NO_PAGES) <= views
    slugs = [state.slug for state in states.STATES]
    assert len(slugs) == len(set(slugs))


def test_the_reference_page_is_drawn_from_the_list() -> None:
    assert states.PAGE.read_text(encoding="utf-8") == states.page()
