"""The desk, the decision page, the noticeboard, and notices."""

from tests.functional.pages.doing import keys, look_away, press, unfold
from tests.functional.pages.state import State

ITEM = "/desk/{%s}/"
DESK = (
    State("desk", "empty", "communicator", "/desk/", world="empty"),
    State("desk", "full", "communicator", "/desk/"),
    *(
        State("desk", f"tab {tab}", "communicator", f"/desk/?tab={tab}")
        for tab in ("red", "amber", "acknowledge", "decided")
    ),
    State("desk", "tab held", "hackney-communicator", "/desk/?tab=held"),
    State("desk", "choosing several", "communicator", "/desk/?tab=acknowledge&choose=1"),
    State("desk", "nothing fits the filter", "communicator", "/desk/?q=zebra"),
    State("desk", "list of keys", "communicator", "/desk/", (keys,)),
    State("desk", "no desk", "officer", "/desk/", status=403),
    State("desk-item", "to decide", "communicator", ITEM % "red"),
    State("desk-item", "everything unfolded", "communicator", ITEM % "red", (unfold,)),
    State("desk-item", "returning", "communicator", ITEM % "red", (press("Return"),)),
    State(
        "desk-item",
        "returned without a reason",
        "communicator",
        ITEM % "red",
        (press("Return"), press("Return for changes")),
        422,
    ),
    State("desk-item", "overtaken", "communicator", ITEM % "red", (look_away, press("Approve")), 409),
    State("desk-item", "rejecting", "communicator", ITEM % "red", (press("Reject"),)),
    State("desk-item", "asking its author", "communicator", ITEM % "red", (press("Ask author"),)),
    State("desk-item", "claimed by another", "communicator", ITEM % "missing"),
    State(
        "desk-item",
        "taking it over",
        "communicator",
        ITEM % "missing",
        (
            lambda page: (
                page.get_by_role("button", name="Take it over")
                .or_(page.get_by_role("link", name="Take it over"))
                .first.click()
            ),
        ),
    ),
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
