"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: "same", "added" or "removed"."""

    kind: str
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """Return the pieces that, without those removed, spell `after`; without those added, `before`."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [piece for step in matcher.get_opcodes() for piece in _pieces(step, old, new) if piece.text]


def _pieces(step: tuple[str, int, int, int, int], old: list[str], new: list[str]) -> Iterator[Piece]:
    what, old_from, old_to, new_from, new_to = step
    if what == "equal":
        yield Piece("same", "".join(new[new_from:new_to]))
        return
    yield Piece("removed", "".join(old[old_from:old_to]))
    yield Piece("added", "".join(new[new_from:new_to]))
