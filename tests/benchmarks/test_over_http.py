"""What people and programs feel: the light while they type, the post on the board, many posts at once, a full desk."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest

from tests.benchmarks.figures import Figures, middle, p95, spread
from tests.benchmarks.running import SERVICE, Portal
from tests.benchmarks.visitor import Visitor, accounts_on_the_page, signed_in, with_token

pytestmark = pytest.mark.bench
TYPED = [
    "Bike marking at Kentish Town station this morning, 10 to 12. Bring your bike along and we will mark it for free.",
    "A 31-year-old man has been charged with robbery on Fortess Road and appears at Highbury Corner on Monday.",
    "Thank you to Camden Council trading standards for joining us on our joint operation on Chalk Farm Road today.",
    "We are appealing for witnesses after a collision between a cyclist and a van on Camden Road at about 8am today.",
]
EVERY = 3  # letters between two questions: the composer waits for a pause in the typing
CLIENTS, EACH = 4, 60
WRITERS = ("officer@camden.demo", "spoc@camden.demo") * 2
RATIO = 1.5


def as_typed() -> list[str]:
    """Every state of the text that the page asks about while somebody types these posts."""
    return [text[:end] for text in TYPED for end in range(EVERY, len(text) + EVERY, EVERY)]


def test_the_light_follows_the_typing(portal: Portal, figures: Figures) -> None:
    officer = signed_in(portal, "officer@camden.demo")
    _, page = officer.ask("GET", "/posts/new/")
    account = accounts_on_the_page(page)[0]
    asked = [urlencode({"text": text, "accounts": account}) for text in as_typed()]
    for body in asked[:20]:
        officer.timed("POST", "/posts/verdict/", body)
    times = [officer.timed("POST", "/posts/verdict/", body)[0] for body in asked]
    figures.note("Typing to verdict, p95", portal.name, p95(times), "ms", aim="< 100 ms", beside=spread(times))


def test_a_post_is_soon_on_the_noticeboard(portal: Portal, figures: Figures) -> None:
    officer = with_token(portal, "officer@camden.demo")
    board = noticeboard_of(officer)
    pause, waits = threading.Event(), []
    for number in range(43):
        pause.wait(0.3 + 0.037 * (number % 10))  # idle, and in another phase of the timetable each time
        began = time.perf_counter()
        post = officer.call("POST", "/posts", green(board, f"Bay {number}."))
        wait_until_out(officer, post["id"])
        waits.append(time.perf_counter() - began)
    times = [seconds * 1000 for seconds in waits[3:]]
    figures.note("Sent to published, p95", portal.name, p95(times) / 1000, "s", aim="< 1 s", beside=spread(times))


def test_four_programs_create_and_send_at_once(portal: Portal, figures: Figures) -> None:
    programs = [with_token(portal, email) for email in WRITERS]
    boards = [noticeboard_of(one) for one in programs]
    for one, board in zip(programs, boards, strict=True):
        one.call("POST", "/posts", green(board, "To warm up."))
    wait_until_out(programs[0], programs[0].call("POST", "/posts", green(boards[0], "Once more."))["id"])
    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        done = list(pool.map(send_many, programs, boards, range(CLIENTS)))
    took = time.perf_counter() - began
    times = [one for times, _ in done for one in times]
    rate = CLIENTS * EACH / took
    figures.note("Create and send, four clients", portal.name, rate, "a second", aim="≥ 30", beside=spread(times))
    for one, (_, last) in zip(programs, done, strict=True):
        wait_until_out(one, last, seconds=180)
    behind = CLIENTS * EACH / (time.perf_counter() - began)
    figures.note("  and all of them published", portal.name, behind, "a second")


def test_a_hundred_thousand_posts_do_not_slow_the_lists(portal: Portal, figures: Figures) -> None:
    readers = {
        "Desk of Camden": (signed_in(portal, "communicator@camden.demo"), "/desk/"),
        "Desk of Borough Support": (signed_in(portal, "support@dmc.demo"), "/desk/"),
        "My posts": (signed_in(portal, "officer@camden.demo"), "/posts/"),
    }
    times = {}
    for total in (1_000, 100_000):
        portal.run("-m", "tests.benchmarks.fill", str(total))
        times[total] = {name: page_time(*reader) for name, reader in readers.items()}
    for name in readers:
        few, many = times[1_000][name], times[100_000][name]
        beside = f"{few:.0f} ms with 1,000, {many:.0f} ms with 100,000"
        figures.note(f"{name}, 100,000 posts", portal.name, many / few, "×", aim="≤ 1.5 ×", beside=beside)
    if portal.name == SERVICE:
        assert all(times[100_000][name] <= RATIO * times[1_000][name] for name in readers)


def noticeboard_of(program: Visitor) -> int:
    """The first noticeboard from which this program may post without anybody's leave: no stop covers its unit."""
    boards = [one["id"] for one in program.call("GET", "/accounts") if one["channel"] == "noticeboard"]
    asked = {board: {"text": TYPED[0], "accounts": [board]} for board in boards}
    return next(board for board, body in asked.items() if program.call("POST", "/verdict", body)["release"] == "go")


def green(board: int, words: str) -> dict[str, object]:
    return {"text": f"{TYPED[0]} {words}", "accounts": [board], "submit": True}


def send_many(program: Visitor, board: int, client: int) -> tuple[list[float], int]:
    """Create and send posts one after the other; return the milliseconds of each and the last one's number."""
    times, last = [], 0
    for number in range(EACH):
        body = json.dumps(green(board, f"Bay {client}, row {number}."))
        took, text = program.timed("POST", "/api/v1/posts", body, "application/json", expect=201)
        times.append(took)
        last = json.loads(text)["id"]
    return times, last


def wait_until_out(program: Visitor, post: int, seconds: float = 30) -> None:
    """Ask twenty times a second until the post is published."""
    pause, end = threading.Event(), time.perf_counter() + seconds
    while time.perf_counter() < end:
        rows = program.call("GET", f"/posts/{post}/deliveries")
        if rows and all(row["status"] == "published" for row in rows):
            return
        pause.wait(0.05)
    standing, why = program.call("GET", f"/posts/{post}"), program.call("GET", f"/posts/{post}/verdicts")
    raise AssertionError(f"Post {post} was not published in {seconds} seconds: {rows} {standing} {why}")


def page_time(reader: Visitor, path: str) -> float:
    """The median time of a page, once both of gunicorn's workers have served it."""
    for _ in range(6):
        reader.timed("GET", path)
    return middle([reader.timed("GET", path)[0] for _ in range(30)])
