"""The text as people write it, folded to plain letters, with the way back to what was typed."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from governance.domain.reading.confusables import LOOK_ALIKES, QUOTES

# The signs of sex in emoji; skin tones go with them.
_OF_EMOJI = frozenset("♀♂")
_DROPPED = frozenset({"Cf", "Mn", "Me", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class Folded:
    """``cased`` is the folded text with its capitals; ``origin[i]`` is where its character i was typed."""

    cased: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The typed span behind a folded one that is not empty."""
        return self.origin[start], self.origin[end - 1] + 1


def fold(text: str) -> Folded:
    """Compatibility forms, accents, look-alikes, invisible characters and odd quotes made plain."""
    letters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        plain = character if character.isascii() else _fold_one(character)
        letters.append(plain)
        origin.extend([place] * len(plain))
    return Folded("".join(letters), tuple(origin))


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    if character in QUOTES or character in LOOK_ALIKES:
        return QUOTES.get(character) or LOOK_ALIKES[character]
    if character in _OF_EMOJI or 0x1F3FB <= ord(character) <= 0x1F3FF:
        return ""
    plain = "".join(
        LOOK_ALIKES.get(part, part)
        for part in unicodedata.normalize("NFKD", character)
        if unicodedata.category(part) not in _DROPPED
    )
    return plain[:8]
