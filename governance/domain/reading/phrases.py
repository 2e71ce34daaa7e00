"""The little language in which an edition writes its phrases.

``word`` matches with its usual endings, ``=word`` only as spelt, ``^word`` only at the
beginning of a sentence; ``(a|b c)`` is a choice,
``word?`` may be absent, ``<concept>`` stands for a list of words, ``_`` for any one word, ``..``
for up to three words and ``...`` for up to seven. ``a & b`` wants both close together, ``a && b``
both anywhere in the post, and ``! c`` wants no c anywhere. ``[word]`` (look-alikes only) marks the
word that does not mean what it seems to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from governance.domain.reading.normalise import fold

_PIECE = re.compile(r"\(|\)\??|\||<[a-z0-9-]+>\??|\[[^\[\]]*\]|[^\s()|]+")
_JOIN = re.compile(r"\s+(&&?|!)\s*")
_GAPS = {"..": 3, "...": 7}


class PhraseError(ValueError):
    """A phrase that is not written in the language of phrases."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms. ``masked`` marks the misleading word of a look-alike.

    An ``opening`` word is meant only where a sentence begins; it may only open a phrase.
    """

    forms: frozenset[str]
    masked: bool = False
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """Any of the words listed under this name."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """At least ``least`` and at most ``most`` words of any kind."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; an empty one makes the choice optional."""

    options: tuple["Sequence", ...]


Element = Word | Concept | Gap | Choice
Sequence = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One side of ``&`` (near), ``&&`` (anywhere) or ``!`` (nowhere)."""

    join: str
    sequences: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What has to be found, and the conditions on the rest of the post."""

    source: str
    sequences: tuple[Sequence, ...]
    conditions: tuple[Condition, ...]


@cache
def parse_phrase(source: str) -> Phrase:
    """The phrase a text describes; PhraseError says what is wrong with it."""
    (_, first), *rest = _sides(source.strip())
    conditions = tuple(Condition(join, parse_sequences(text)) for join, text in rest)
    return Phrase(source, parse_sequences(first), conditions)


def _sides(source: str) -> Iterator[tuple[str, str]]:
    """The sides of a phrase, each with the join before it. Joins inside brackets are no joins."""
    join, begin = "", 0
    for match in _JOIN.finditer(source):
        before = source[: match.start()]
        if before.count("(") != before.count(")"):
            continue
        yield join, source[begin : match.start()]
        join, begin = match[1], match.end()
    yield join, source[begin:]


@cache
def parse_sequences(source: str) -> tuple[Sequence, ...]:
    """The sequences a pattern stands for, each beginning with a word or a concept."""
    pieces = _PIECE.findall(source)
    sequence, rest = _sequence(pieces, 0, source)
    if rest != len(pieces):
        raise PhraseError(f"{source!r} has a bracket or a bar too many")
    found = tuple(dict.fromkeys(begun for begun in beginnings(sequence) if begun))
    if not found:
        raise PhraseError(f"{source!r} says nothing")
    return found


def beginnings(sequence: Sequence) -> Iterator[Sequence]:
    """The sequence with every choice at its beginning spelt out, and no gap there."""
    if not sequence:
        yield ()
    elif isinstance(sequence[0], Choice):
        for option in sequence[0].options:
            yield from beginnings(option + sequence[1:])
    elif isinstance(sequence[0], Gap):
        yield from beginnings(sequence[1:])
    else:
        yield sequence


def _sequence(pieces: list[str], place: int, source: str) -> tuple[Sequence, int]:
    """Elements up to a bar, a closing bracket or the end, and where that is."""
    elements: list[Element] = []
    while place < len(pieces) and pieces[place] != "|" and not pieces[place].startswith(")"):
        if pieces[place] == "(":
            choice, place = _choice(pieces, place + 1, source)
            elements.append(choice)
            continue
        piece = pieces[place]
        optional = piece.endswith("?") and len(piece) > 1
        found = tuple(_elements(piece[:-1] if optional else piece))
        elements.extend([Choice((found, ()))] if optional else found)
        place += 1
    while elements and isinstance(elements[-1], Gap):
        elements.pop()
    return tuple(elements), place


def _choice(pieces: list[str], place: int, source: str) -> tuple[Element, int]:
    """What stands between brackets, and the place behind them."""
    options: list[Sequence] = []
    while True:
        option, place = _sequence(pieces, place, source)
        options.append(option)
        if place >= len(pieces):
            raise PhraseError(f"{source!r} has a bracket that is not closed")
        if pieces[place].startswith(")"):
            break
        place += 1
    if pieces[place].endswith("?"):
        options.append(())
    return _simplest(options), place + 1


def _simplest(options: list[Sequence]) -> Element:
    """A choice of single words is one word with many forms; the rest stay choices."""
    words = [option for option in options if len(option) == 1 and _is_plain_word(option[0])]
    others = [option for option in options if option not in words]
    if not words:
        return Choice(tuple(others))
    forms = frozenset().union(*(word.forms for (word,) in words if isinstance(word, Word)))
    word = Word(forms)
    return Choice(((word,), *others)) if others else word


def _is_plain_word(element: Element) -> bool:
    return isinstance(element, Word) and not element.masked and not element.opening


def _elements(part: str) -> Iterator[Element]:
    if part in _GAPS:
        yield Gap(0, _GAPS[part])
    elif part == "_":
        yield Gap(1, 1)
    elif part.startswith("<"):
        yield Concept(part.strip("<>"))
    elif part.startswith("["):
        yield from (Word(_forms(word), True) for word in part.strip("[]").split())
    elif part.startswith("^"):
        yield Word(_forms(part[1:]), opening=True)
    elif part.startswith("="):
        yield Word(frozenset({_folded(part[1:])}))
    else:
        yield from (Word(_forms(word)) for word in part.split("-") if _is_word(word))


def _is_word(text: str) -> bool:
    """Signs such as a lone "&" are no tokens, so they match nothing and ask for nothing."""
    return any(character.isalnum() or not character.isascii() for character in text)


def _folded(word: str) -> str:
    return fold(word).cased.lower()


def _forms(word: str) -> frozenset[str]:
    return inflections(_folded(word))


@cache
def inflections(word: str) -> frozenset[str]:
    """A word with the regular endings of English. Short words and figures stand alone."""
    if len(word) < 3 or not word.isalpha() or not word.isascii():
        return frozenset({word})
    forms = {word, word + "s", word + "'s", word + "ed", word + "ing"}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        forms.add(word + "es")
    if word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing"}
    if word.endswith("y") and word[-2] not in "aeiou":
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    if word[-1] not in "aeiouwxyh" and word[-2] in "aeiou" and word[-3] not in "aeiou":
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return frozenset(forms)
