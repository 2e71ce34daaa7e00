"""The register of accounts, and people."""

from tests.functional.pages.doing import fill, press, send, shown
from tests.functional.pages.state import State

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
    State(
        "operator_add",
        "nobody of this address",
        "admin",
        "/accounts/{board}/operators/add/",
        (fill("Their work e-mail address", "who@force.example"), send),
        422,
    ),
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
    State("person_password_link", "made", "admin", "/people/{suspended}/", (press("Make a link"), shown("A link for"))),
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
