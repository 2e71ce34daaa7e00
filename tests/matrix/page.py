"""The page of who may do what: drawn from the answers, read back to be compared."""

import re
from pathlib import Path

from tests.matrix.cast import ROLES
from tests.services import ROOT

PAGE = Path(ROOT, "docs", "reference", "permission-matrix.md")
Rows = dict[str, dict[str, str]]
ROOMS = {
    "rag_portal": "The portal itself",
    "allauth": "Signing in",
    "accounts": "People and accounts",
    "posts": "Posts and the desk",
    "API": "The API",
    "governance": "Policy, guidance, incidents and the record",
}
BEGINNING = """# Who may do what

Every address of the portal, asked as each of the eleven roles of the demo and as nobody, about the things of their own
borough and of the other. Nobody wrote this page: `tests/matrix` asks every address and compares each answer with it.
After a change that is meant, write it anew with `{how}` and read the difference before you commit it.

Two answers, "one / other", are those for one's own borough and for the other. For DMC's teams the first is Camden and
the second Hackney. One answer means that both are alike, or that the address is about neither borough.
The things asked about were made by the officer of each borough, who is one of those who ask: a red post that waits, one
that the communicator claimed, one they approved, one returned, an amber one that was told, a green one that is out, one
whose answer was lost, one refused, a draft, and accounts in every state. Pages are asked with a session, the API with a
token. What changes something is sent the smallest body that asks for it, or nothing, and is undone before the next.

| answer | means |
|---|---|
| shown | the page or the data (200; for `/health/` also 503, where something is not well) |
| done, made | the API did it (200, 201) |
| moved on 302 | done, or told why not on the page one is sent to |
| asks again 422 | the person may; something is missing in what was sent |
| sent to sign in | nobody is signed in |
| no token 401 | the API was asked without a token |
| refused 403 | the person may see it, and may not do this |
| not there 404 | for this person it does not exist |
| not in this state 409 | the person may, but not now |
"""


def write(room: str, rows: Rows, how: str) -> None:
    """Put the table of one room into the page, and leave the others as they are."""
    tables = {**read(), room: rows}
    parts = [BEGINNING.format(how=how), *(_table(one, tables[one]) for one in ROOMS if one in tables)]
    PAGE.write_text("\n".join(parts))


def read() -> dict[str, Rows]:
    """Return what the page says, room by room, address by address, person by person."""
    if not PAGE.exists():
        return {}
    titles = {title: room for room, title in ROOMS.items()}
    sections = re.split(r"^## ", PAGE.read_text(), flags=re.MULTILINE)[1:]
    return {titles[section.split("\n", 1)[0]]: _rows(section) for section in sections}


def differences(said: Rows, found: Rows) -> list[str]:
    """Each address that answers otherwise than the page says, with both answers."""
    lines = [f"{one}: is no longer asked" for one in said.keys() - found.keys()]
    lines += [f"{one}: is not on the page" for one in found.keys() - said.keys()]
    for one in said.keys() & found.keys():
        changed = {name: word for name, word in found[one].items() if said[one].get(name) != word}
        lines += [f"{one}: {name}: was {said[one].get(name)!r}, is {word!r}" for name, word in changed.items()]
    return sorted(lines)


def _rows(section: str) -> Rows:
    lines = [_cells(line) for line in section.splitlines() if line.startswith("|")]
    return {row[0].strip("`"): dict(zip(lines[0][1:], row[1:], strict=True)) for row in lines[2:]}


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _table(room: str, rows: Rows) -> str:
    head = f"| address | {' | '.join(ROLES)} |"
    rule = "|---" * (len(ROLES) + 1) + "|"
    body = [f"| `{one}` | {' | '.join(rows[one][name] for name in ROLES)} |" for one in rows]
    return "\n".join([f"## {ROOMS[room]}\n", head, rule, *body, ""])
