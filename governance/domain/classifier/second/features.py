"""What the second reader sees of a text: its words, and the meanings the first reader found in it.

Words, pairs of words and the first letters of words say how a thing is put; concepts, phrases and
findings of the first reader say what it is about, and carry over to words never seen in training.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from governance.domain.edition import Edition
from governance.domain.rag import Finding
from governance.domain.reading.matcher import Span
from governance.domain.reading.reading import Reading
from governance.domain.reading.tokens import number_class

# A feature's block is its first letter: words and pairs, stems, meanings. Each block is scaled by itself.
BLOCKS: Mapping[str, int] = {"w": 0, "b": 0, "s": 1, "c": 2, "p": 2, "f": 2}
_STEM = 5
_TOO_COMMON = frozenset({"capital", "surname"})

Feature = tuple[str, Span | None]


def features(reading: Reading, found: Iterable[Finding], edition: Edition) -> Iterator[Feature]:
    """Every feature of a text with the tokens it stands at, if any. One may come several times."""
    yield from _words(reading)
    yield from _meanings(reading, edition)
    for finding in found:
        yield f"f {finding.kind} {finding.slug}", None
        yield f"f light {finding.kind} {finding.rag}", None


def _words(reading: Reading) -> Iterator[Feature]:
    before = "^"
    for place, word in enumerate(map(_plain, reading.tokens.words)):
        yield f"w {word}", (place, place + 1)
        yield f"b {before} {word}", (max(0, place - 1), place + 1)
        yield f"s {word[:_STEM]}", (place, place + 1)
        before = word


def _plain(word: str) -> str:
    """Figures, handles and links by their kind: which one it is says nothing about the next post."""
    if word.isalpha():
        return word
    if word.startswith("@"):
        return "@"
    if "." in word and len(word) > 4:
        return "link"
    return number_class(word) or word


def _meanings(reading: Reading, edition: Edition) -> Iterator[Feature]:
    names = _phrase_names(edition)
    for owner, spans in reading.hits.items():
        if owner in _TOO_COMMON or not spans:
            continue
        yield names.get(owner) or _part_name(owner, names), spans[0]


def _part_name(owner: str, names: Mapping[str, str]) -> str:
    """A concept under its name; a condition of a phrase under the phrase and its number."""
    phrase, _, number = owner.rpartition("/")
    return f"{names[phrase]} /{number}" if phrase in names else f"c {owner}"


@lru_cache(maxsize=32)
def _phrase_names(edition: Edition) -> dict[str, str]:
    """Phrases under their own words, so that a phrase added to an edition does not rename the others."""
    return {
        f"topic {slug}/{number}": f"p {slug} {phrase}"
        for subjects in (edition.topics, edition.unlisted)
        for slug, subject in subjects.items()
        for number, phrase in enumerate(subject.phrases)
    }
