"""Every page and every state of it that people meet. test_every_page.py opens each at two widths.

`python -m tests.functional.states` draws docs/reference/pages.md from these lists.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from playwright.sync_api import Page, expect

Step = Callable[[Page], None]
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "pages.md"
OVER_LONG = "word " * 2000


@dataclass(frozen=True)
class State:
    """One state of a page: the address's name, who opens which path of it, and what they do then.

    Braces in the path are keys of the world (worlds.py). A page that answers 422 says "Error: " in its title.
    """

    view: str
    name: str
    who: str
    path: str
    do: tuple[Step, ...] = ()
    status: int = 200
    world: str = "full"

    @property
    def slug(self) -> str:
        """A name for its picture."""
        words = f"{self.view} {self.name}".lower().replace("_", "-").replace(",", "").replace("'", "")
        return "-".join(words.split())


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


PASSWORD = "a-long-word-for-tests"
GREEN = "Bike marking at Kentish Town station this morning, 10 to 12. Bring your bike along and we mark it for free."
RED = "A 31-year-old man has been charged with robbery and appears at Highbury Corner Magistrates' Court."
COMPOSE, EDIT, POST = "/posts/new/", "/posts/{draft}/edit/", "/posts/{%s}/"

SIGNING_IN = (
    State("account_login", "blank", "", "/account/login/"),
    State("account_login", "wrong password", "", "/account/login/",
          (fill("Work e-mail", "officer@camden.demo"), fill("Password", "wrong"), send), 200),
    State("account_logout", "asks", "officer", "/account/logout/"),
    State("account_inactive", "turned away", "", "/account/inactive/"),
    State("account_signup", "closed", "officer", "/account/signup/", status=302),
    State("account_reauthenticate", "blank", "bureau", "/account/reauthenticate/"),
    State("account_change_password", "blank", "officer", "/account/password/change/"),
    State("account_change_password", "nothing typed", "officer", "/account/password/change/", (send,)),
    State("account_set_password", "blank", "keyless", "/account/password/set/"),
    State("account_reset_password", "blank", "", "/account/password/reset/"),
    State("account_reset_password", "nothing typed", "", "/account/password/reset/", (send,)),
    State("account_reset_password_done", "sent", "", "/account/password/reset/done/"),
    State("account_reset_password_from_key", "blank", "", "/{link}"),
    State("account_reset_password_from_key", "link used up", "", "/account/password/reset/key/1-1/"),
    State("account_reset_password_from_key_done", "done", "", "/account/password/reset/key/done/"),
    State("mfa_index", "none", "officer", "/account/2fa/"),
    State("mfa_index", "with an app", "bureau", "/account/2fa/"),
    State("mfa_activate_totp", "blank", "officer", "/account/2fa/totp/activate/"),
    State("mfa_activate_totp", "wrong code", "officer", "/account/2fa/totp/activate/", (fill("code", "000000"), send)),
    State("mfa_deactivate_totp", "asks", "bureau", "/account/2fa/totp/deactivate/"),
    State("mfa_reauthenticate", "blank", "bureau", "/account/2fa/reauthenticate/"),
    State("mfa_view_recovery_codes", "shown", "bureau", "/account/2fa/recovery-codes/"),
    State("mfa_generate_recovery_codes", "asks", "bureau", "/account/2fa/recovery-codes/generate/"),
    State("mfa_authenticate", "blank", "", "/account/login/",
          (fill("Work e-mail", "bureau@dmc.demo"), fill("Password", PASSWORD), send, shown("Enter your code"))),
    State("mfa_authenticate", "wrong code", "", "/account/login/",
          (fill("Work e-mail", "bureau@dmc.demo"), fill("Password", PASSWORD), send, fill("code", "000000"), send)),
)
COMPOSING = (
    State("compose", "empty", "officer", COMPOSE, world="empty"),
    State("compose", "everything unfolded", "officer", COMPOSE, (unfold,), world="empty"),
    State("compose", "Green", "officer", COMPOSE, (write(GREEN, "Green"),)),
    State("compose", "Red with the question", "officer", COMPOSE, (write(RED, "Red"), unfold)),
    State("compose", "Amber by the answer", "officer", COMPOSE,
          (write(RED, "Red"), tick("Yes, and I can say where"), fill("Where? A link", "https://news.example/1"),
           lambda page: expect(page.locator("#verdict-word")).to_have_text("Amber"))),
    State("compose", "sent empty", "officer", COMPOSE, (press("Send"),), 422),
    State("compose", "over-long", "officer", COMPOSE, (fill("What do you want to say?", OVER_LONG), press("Save draft")), 422),
    State("compose", "no account", "auditor", COMPOSE, status=403),
    State("post_edit", "kept draft", "officer", EDIT),
    State("post_edit", "blank draft", "officer", "/posts/{blank}/edit/"),
    State("post_edit", "returned", "officer", "/posts/{returned}/edit/"),
    State("post_edit", "overtaken by a second tab", "officer", EDIT, (overtake,)),
)
STANDINGS = ("draft", "red", "missing", "asked", "returned", "scheduled", "approved", "held", "published", "told",
             "withdrawn", "refused", "doubtful", "rejected")
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
ITEM = "/desk/{%s}/"
DESK = (
    State("desk", "empty", "communicator", "/desk/", world="empty"),
    State("desk", "full", "communicator", "/desk/"),
    *(State("desk", f"tab {tab}", "communicator", f"/desk/?tab={tab}") for tab in ("red", "amber", "acknowledge", "decided")),
    State("desk", "tab held", "hackney-communicator", "/desk/?tab=held"),
    State("desk", "choosing several", "communicator", "/desk/?tab=acknowledge&choose=1"),
    State("desk", "nothing fits the filter", "communicator", "/desk/?q=zebra"),
    State("desk", "list of keys", "communicator", "/desk/", (keys,)),
    State("desk", "no desk", "officer", "/desk/", status=403),
    State("desk-item", "to decide", "communicator", ITEM % "red"),
    State("desk-item", "everything unfolded", "communicator", ITEM % "red", (unfold,)),
    State("desk-item", "returning", "communicator", ITEM % "red", (press("Return"),)),
    State("desk-item", "returned without a reason", "communicator", ITEM % "red",
          (press("Return"), press("Return for changes")), 422),
    State("desk-item", "rejecting", "communicator", ITEM % "red", (press("Reject"),)),
    State("desk-item", "asking its author", "communicator", ITEM % "red", (press("Ask author"),)),
    State("desk-item", "claimed by another", "communicator", ITEM % "missing"),
    State("desk-item", "taking it over", "communicator", ITEM % "missing",
          (lambda page: page.get_by_role("button", name="Take it over").or_(page.get_by_role("link", name="Take it over")).first.click(),)),
    State("desk-item", "asked, the clock stands still", "communicator", ITEM % "asked"),
    State("desk-item", "held", "hackney-communicator", ITEM % "held"),
    State("desk-item", "one's own", "spoc", ITEM % "other"),
    State("desk-item", "to acknowledge", "communicator", ITEM % "told"),
    State("desk-item", "approved by me", "communicator", ITEM % "approved"),
    State("desk-item", "published", "communicator", ITEM % "published"),
    State("desk-item", "in doubt", "social", ITEM % "doubtful"),
    State("desk-item", "withdrawn", "communicator", ITEM % "withdrawn"),
    State("desk-item", "rejected", "communicator", ITEM % "rejected"),
    State("desk-item", "of another borough", "hackney-communicator", ITEM % "red", status=404),
)
BOARD = (
    State("noticeboard", "empty", "", "/noticeboard/", world="empty"),
    State("noticeboard", "full", "", "/noticeboard/"),
    State("noticeboard_of", "one account", "", "/noticeboard/camden/"),
    State("noticeboard_notice", "published", "", "/noticeboard/camden/{notice}/"),
    State("noticeboard_notice", "withdrawn", "", "/noticeboard/camden/{withdrawn-notice}/", status=410),
    State("noticeboard_notice", "not there", "", "/noticeboard/camden/999999/", status=404),
)
NOTICES = (
    State("notice_list", "empty", "hackney-communicator", "/notices/", world="empty"),
    State("notice_list", "full", "communicator", "/notices/"),
)
REASONED = ("endorse", "support", "train", "approve", "activate", "review")
REGISTER = (
    State("account_list", "empty", "hackney", "/accounts/?q=zebra", world="empty"),
    State("account_list", "full", "admin", "/accounts/"),
    State("account_list", "nothing fits", "admin", "/accounts/?q=zebra"),
    State("account_list", "of a person who may ask", "officer", "/accounts/"),
    State("account", "in use", "admin", "/accounts/{board}/"),
    State("account", "asked for", "spoc", "/accounts/{to-endorse}/"),
    State("account", "suspended", "admin", "/accounts/{to-close}/"),
    State("account", "of another borough", "hackney", "/accounts/{board}/", status=404),
    State("account_add", "blank", "admin", "/accounts/add/"),
    State("account_add", "nothing typed", "admin", "/accounts/add/", (send,), 422),
    State("account_ask", "blank", "officer", "/accounts/ask/"),
    State("account_ask", "nothing typed", "officer", "/accounts/ask/", (send,), 422),
    State("account_change", "filled", "admin", "/accounts/{board}/change/"),
    State("account_move", "endorsing", "spoc", "/accounts/{to-endorse}/endorse/"),
    State("account_move", "suspending", "admin", "/accounts/{board}/suspend/"),
    State("account_move", "suspending without a reason", "admin", "/accounts/{board}/suspend/", (send,), 422),
    State("operator_add", "blank", "admin", "/accounts/{board}/operators/add/"),
    State("operator_add", "nobody of this address", "admin", "/accounts/{board}/operators/add/",
          (fill("Their work e-mail address", "who@force.example"), send), 422),
    State("operator_remove", "asks", "admin", "/accounts/{board}/operators/{operator}/remove/"),
    State("handle_list", "empty", "admin", "/handles/", world="empty"),
    State("handle_list", "full", "admin", "/handles/"),
    State("handle_add", "nothing typed", "admin", "/handles/add/", (send,), 422),
    State("handle_remove", "asks", "admin", "/handles/{trusted}/remove/"),
)
PEOPLE = (
    State("people_list", "full", "admin", "/people/"),
    State("people_list", "nobody fits", "admin", "/people/?q=zebra"),
    State("person", "seen by an admin", "admin", "/people/{person}/"),
    State("person", "seen by a commander", "commander", "/people/{person}/"),
    State("person", "suspended", "admin", "/people/{suspended}/"),
    State("person_password_link", "made", "admin", "/people/{person}/", (press("Make a link"), shown("A link for"))),
    State("person_add", "blank", "admin", "/people/add/"),
    State("person_add", "nothing typed", "admin", "/people/add/", (send,), 422),
    State("person_suspend", "without a reason", "admin", "/people/{person}/suspend/", (send,), 422),
    State("person_reinstate", "asks", "admin", "/people/{suspended}/reinstate/"),
    State("person_level", "without a reason", "admin", "/people/{person}/level/", (send,), 422),
    State("appoint", "blank", "admin", "/people/{person}/appoint/"),
    State("appoint", "nothing chosen", "admin", "/people/{person}/appoint/", (send,), 422),
    State("appointment_end", "asks", "admin", "/appointments/{appointment}/end/"),
    State("appointment_bypass", "asks", "commander", "/appointments/{appointment}/bypass/"),
)
GOVERNANCE = (
    State("guidance", "none", "officer", "/guidance/", world="empty"),
    State("guidance", "in force", "bureau", "/guidance/"),
    State("guidance_new", "blank", "bureau", "/guidance/new"),
    State("guidance_new", "nothing typed", "bureau", "/guidance/new", (send,), 422),
    State("guidance_new", "not yours", "officer", "/guidance/new", status=403),
    State("incidents", "none", "officer", "/incidents/", world="empty"),
    State("incidents", "in force and ended", "bureau", "/incidents/"),
    State("incident_new", "blank", "bureau", "/incidents/new", (unfold,)),
    State("incident_new", "nothing typed", "bureau", "/incidents/new", (send,), 422),
    State("incident_stand_down", "asks", "bureau", "/incidents/{incident}/stand-down"),
    State("incident_stand_down", "wrong password", "bureau", "/incidents/{incident}/stand-down",
          (fill("Your password", "wrong"), send), 422),
    State("policy", "as shipped", "officer", "/policy/", world="empty"),
    State("policy", "with a switch proposed", "admin", "/policy/"),
    State("policy_edition", "another", "admin", "/policy/editions/{edition}"),
    State("policy_switch_new", "blank", "admin", "/policy/switches/new"),
    State("policy_switch_new", "no time", "admin", "/policy/switches/new", (fill("Applies from", ""), send), 422),
    State("policy_switch", "to approve", "admin", "/policy/switches/{switch}"),
    State("record", "full", "auditor", "/record/"),
    State("record", "nothing fits", "auditor", "/record/?type=zebra"),
    State("record_event", "sealed", "auditor", "/record/{event}"),
    State("seals", "none", "", "/seals/", world="empty"),
    State("seals", "full", "", "/seals/"),
    State("accessibility", "statement", "", "/accessibility/"),
)
GROUPS = {
    "Signing in": SIGNING_IN,
    "Writing": COMPOSING,
    "My posts": MINE,
    "The desk": DESK,
    "The noticeboard": BOARD,
    "Notices": NOTICES,
    "The register": REGISTER,
    "People": PEOPLE,
    "Policy and record": GOVERNANCE,
}
STATES: tuple[State, ...] = tuple(state for group in GROUPS.values() for state in group)

# Addresses that answer a GET with something else than a page, and with what.
NO_PAGES = {
    "home": "leads to the person's first page",
    "health": "JSON",
    "verdict": "a fragment",
    "desk-list": "a fragment",
    "media": "an image",
    "noticeboard_picture": "an image",
    "noticeboard_feed": "an Atom feed",
    "noticeboard_feed_of": "an Atom feed",
    "seals_file": "a file",
    "mfa_download_recovery_codes": "a file",
}


def page() -> str:
    """The reference page: every state of every page, and who opens it."""
    count = f"{len(STATES)} states of {len({state.view for state in STATES})} pages"
    lines = ["# Pages and their states", "", "Drawn from the tests by `python -m tests.functional.states`; do not edit.", ""]
    lines += [f"{count}, each opened at 320 and at 1280 px wide in a real browser by `tests/functional/test_every_page.py`:"]
    lines += ["no WCAG 2.2 A or AA violation that axe finds, no sideways scroll, no error in the console, one first heading,"]
    lines += ["a title that says where, and “Error: ” before it where something is to be put right."]
    for title, states in GROUPS.items():
        lines += ["", f"## {title}", "", "| page | address | states |", "|---|---|---|", *rows(states)]
    return "\n".join(lines) + "\n"


def rows(states: tuple[State, ...]) -> Iterator[str]:
    """A row for each page."""
    for view, group in groupby(sorted(states, key=lambda state: state.view), key=lambda state: state.view):
        found = list(group)
        address = found[0].path.split("?")[0].replace("{", "‹").replace("}", "›")
        yield f"| {view} | `{address}` | {'; '.join(state.name for state in found)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
