"""The composer, my posts, and the page of one post."""

from playwright.sync_api import expect

from tests.functional.pages.doing import add_picture, fill, open_menu, overtake, press, put, tick, unfold, write
from tests.functional.pages.state import State

OVER_LONG = "word " * 2000
GREEN = "Bike marking at Kentish Town station this morning, 10 to 12. Bring your bike along and we mark it for free."
RED = "A 31-year-old man has been charged with robbery and appears at Highbury Corner Magistrates' Court."
COMPOSE, EDIT, POST = "/posts/new/", "/posts/{draft}/edit/", "/posts/{%s}/"

COMPOSING = (
    State("compose", "empty", "officer", COMPOSE, world="empty"),
    State("compose", "everything unfolded", "officer", COMPOSE, (unfold,), world="empty"),
    State("compose", "Green", "officer", COMPOSE, (write(GREEN, "Green"),)),
    State("compose", "Red with the question", "officer", COMPOSE, (write(RED, "Red"), unfold)),
    State(
        "compose",
        "Amber by the answer",
        "officer",
        COMPOSE,
        (
            write(RED, "Red"),
            tick("Yes, and I can say where"),
            fill("Where? A link", "https://news.example/1"),
            lambda page: expect(page.locator("#verdict-word")).to_have_text("Amber"),
        ),
    ),
    State("compose", "sent empty", "officer", COMPOSE, (press("Send"),), 422),
    State(
        "compose",
        "over-long",
        "officer",
        COMPOSE,
        (fill("What do you want to say?", OVER_LONG), tick("Noticeboard"), press("Send")),
        422,
    ),
    State("compose", "a picture added", "officer", COMPOSE, (write(GREEN, "Green"), add_picture)),
    State(
        "compose",
        "a picture without words",
        "officer",
        COMPOSE,
        (write(GREEN, "Green"), tick("Noticeboard"), add_picture, lambda page: page.locator("#send").click()),
        422,
    ),
    State(
        "compose",
        "an hour that does not exist",
        "officer",
        COMPOSE,
        (
            write(GREEN, "Green"),
            tick("Noticeboard"),
            tick("At a date and time"),
            put("#day", "2027-03-28"),
            put("#time", "01:30"),
            lambda page: page.locator("#send").click(),
        ),
        422,
    ),
    State("compose", "no account", "auditor", COMPOSE, status=403),
    State("post_edit", "kept draft", "officer", EDIT),
    State("post_edit", "blank draft", "officer", "/posts/{blank}/edit/"),
    State("post_edit", "returned", "officer", "/posts/{returned}/edit/"),
    State("post_edit", "overtaken by a second tab", "officer", EDIT, (overtake,)),
)
STANDINGS = (
    "draft",
    "red",
    "missing",
    "asked",
    "returned",
    "scheduled",
    "approved",
    "held",
    "published",
    "told",
    "withdrawn",
    "refused",
    "doubtful",
    "rejected",
)
MINE = (
    State("my_posts", "empty", "officer", "/posts/", world="empty"),
    State("my_posts", "full", "officer", "/posts/"),
    State("my_posts", "menu open", "officer", "/posts/", (open_menu,)),
    State("all_my_posts", "empty", "officer", "/posts/all/", world="empty"),
    State("all_my_posts", "full", "officer", "/posts/all/"),
    *(State("post", name, "hackney" if name == "held" else "officer", POST % name) for name in STANDINGS),
    State("post", "comment without words", "officer", POST % "red", (press("Write it"),), 422),
    State("post", "withdrawal without a reason", "officer", POST % "published", (press("Withdraw"),), 422),
    State("post", "not there", "officer", "/posts/999999/", status=404),
)
