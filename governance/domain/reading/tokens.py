"""Cutting a folded text into words, numbers, handles, links and emoji."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from governance.domain.reading.confusables import unleet
from governance.domain.reading.hashtags import split_glued
from governance.domain.reading.normalise import Folded, fold

_TOKEN = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"]{1,300}"
    r"|(?<![\w@])[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,4}\.(?:uk|com|org|net|info|london|ly|co|tv|me|gov|police)"
    r"(?![\w.]\w)(?:/[^\s<>\"]{0,300})?)"
    r"|(?P<handle>@\w{2,60})"
    r"|(?P<tag>#\w{1,120})"
    r"|(?P<spaced>(?<![^\W_])[^\W\d_](?:(?P<gap>[ ._*-])[\w])(?:(?P=gap)\w){2,60}(?![^\W_]))"
    r"|(?P<dotted>(?:[A-Za-z]\.){2,8}[A-Za-z]?(?!\w))"
    r"|(?P<number>[£$€]\s?\d[\d,.]{0,20}(?:\s?(?:k|m|bn|million|billion|mil|grand)\b)?"
    r"|\d{1,4}(?:[:.,/]\d{1,4}){1,4}(?:st|nd|rd|th|am|pm|k|m|hrs?|%)?(?![^\W_])"
    r"|\d{1,20}(?:st|nd|rd|th|am|pm|k|m|bn|hrs?|h|yo|yrs?|x|p|%)?(?![^\W_]))"
    r"|(?P<word>[^\W_]+(?:'[^\W\d_]+|[@$!*|][^\W_]+){0,4})"
    r"|(?P<stop>[.!?…]+(?=[\s\"')\]]|$)|\n\s*)"
    r"|(?P<sign>[^\w\s.,;:!?'\"()\[\]{}<>/\\@#*&%+=~^|_$£€-])",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[£$€]")
_TIME = re.compile(r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?(?:am|pm)|(?:[01]?\d|2[0-3]):[0-5]\d|\d{4}h(?:rs?)?")


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry a token. Spans are of the typed text."""

    words: list[str]
    cased: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]

    def __len__(self) -> int:
        return len(self.words)


def tokenise(text: str, vocabulary: Collection[str]) -> Tokens:
    """The tokens of a typed text; glued, spaced and leet spellings resolved by the vocabulary."""
    folded = fold(text)
    tokens = Tokens([], [], [], [], [])
    sentence = 0
    for match in _TOKEN.finditer(folded.cased):
        if match.lastgroup == "stop":
            sentence += 1
            continue
        for cased, start, end in _pieces(match, vocabulary):
            _add(tokens, folded, cased, start, end, sentence)
    return tokens


def _add(tokens: Tokens, folded: Folded, cased: str, start: int, end: int, sentence: int) -> None:
    begin, finish = folded.span(start, end)
    tokens.words.append(cased.lower())
    tokens.cased.append(cased)
    tokens.starts.append(begin)
    tokens.ends.append(finish)
    tokens.sentences.append(sentence)


def _pieces(match: re.Match[str], vocabulary: Collection[str]) -> Iterator[tuple[str, int, int]]:
    kind, text, start, end = match.lastgroup, match[0], match.start(), match.end()
    if kind == "tag":
        yield from split_glued(text[1:], start + 1, vocabulary)
    elif kind == "spaced" or kind == "gap":
        yield from _spaced(text, start, vocabulary)
    elif kind == "dotted":
        yield text.replace(".", ""), start, end
    elif kind == "word":
        yield from _word(text, start, vocabulary)
    else:
        yield text, start, end


def _spaced(text: str, start: int, vocabulary: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Letters with gaps between them: one word or several when known, else the letters alone."""
    joined = text[::2]
    for spelling in (joined.lower(), *unleet(joined.lower())):
        pieces = list(split_glued(spelling, 0, vocabulary))
        if spelling in vocabulary or len(pieces) > 1:
            for word, begin, finish in pieces if spelling not in vocabulary else [(spelling, 0, len(joined))]:
                yield word, start + 2 * begin, start + 2 * finish - 1
            return
    for place, letter in enumerate(joined):
        yield letter, start + 2 * place, start + 2 * place + 1


def _word(text: str, start: int, vocabulary: Collection[str]) -> Iterator[tuple[str, int, int]]:
    lower = text.lower()
    if lower.isalpha() or lower in vocabulary:
        yield text, start, start + len(text)
        return
    for spelling in unleet(lower):
        if spelling in vocabulary and not lower.isdigit():
            yield spelling, start, start + len(text)
            return
    for piece in re.finditer(r"[^\W_]+(?:'[^\W\d_]+)*", text):
        yield piece[0], start + piece.start(), start + piece.end()


def number_class(word: str) -> str | None:
    """``money``, ``time`` or ``num`` for a token that is a figure, else None."""
    if not word or not (word[0].isdigit() or _MONEY.match(word)):
        return None
    if _MONEY.match(word):
        return "money"
    return "time" if _TIME.fullmatch(word) else "num"
