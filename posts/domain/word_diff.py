"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: "same", "added" or "removed"."""

    kind: str
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """Return the pieces that, without those removed, spell `after`; without those added, `before`.

    A space alone between two changes belongs to both, so that what was rewritten reads as one.
    """
    old, new = WORDS.findall(before), WORDS.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    runs = [(step[0] == "equal", "".join(old[step[1] : step[2]]), "".join(new[step[3] : step[4]])) for step in steps]
    return [piece for same, gone, came in _joined(runs) for piece in _pieces(same, gone, came) if piece.text]


def _joined(runs: list[tuple[bool, str, str]]) -> Iterator[tuple[bool, str, str]]:
    """Give the runs with neighbouring changes as one."""
    gone = came = ""
    for place, (same, old, new) in enumerate(runs):
        between = 0 < place < len(runs) - 1 and not new.strip()
        if same and not between:
            yield False, gone, came
            yield True, old, new
            gone = came = ""
        else:
            gone, came = gone + old, came + new
    yield False, gone, came


def _pieces(same: bool, gone: str, came: str) -> tuple[Piece, ...]:
    return (Piece("same", came),) if same else (Piece("removed", gone), Piece("added", came))
