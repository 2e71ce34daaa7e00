"""Every page and every state of it that people meet. test_every_page.py opens each at two widths.

`python -m tests.functional.states` draws docs/reference/pages.md from these lists.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.functional.pages.desk import BOARD, DESK, NOTICES
from tests.functional.pages.policy import GOVERNANCE
from tests.functional.pages.register import PEOPLE, REGISTER
from tests.functional.pages.signing_in import SIGNING_IN
from tests.functional.pages.state import State
from tests.functional.pages.writing import COMPOSING, MINE

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "pages.md"
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
    lines = [
        "# Pages and their states",
        "",
        "Drawn from the tests by `python -m tests.functional.states`; do not edit.",
        "",
    ]
    lines += [
        f"{count}, each opened at 320 and at 1280 px wide in a real browser by `tests/functional/test_every_page.py`:"
    ]
    lines += [
        "no WCAG 2.2 A or AA violation that axe finds, no sideways scroll, no error in the console, one first heading,"
    ]
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
