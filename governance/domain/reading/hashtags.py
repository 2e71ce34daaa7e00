"""Taking glued words apart: by their capitals and figures, else by the words we know."""

import re
from collections.abc import Collection, Iterator

_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z']+|\d+|[^\W\d_A-Za-z]+")
_LONGEST = 18


def split_glued(text: str, start: int, vocabulary: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """The words of a hashtag with their spans. One that cannot be taken apart stays whole."""
    if text.lower() in vocabulary:
        yield text, start, start + len(text)
        return
    for match in _CAMEL.finditer(text):
        for word, begin in _known_words(match[0], vocabulary):
            place = start + match.start() + begin
            yield word, place, place + len(word)


def _known_words(text: str, vocabulary: Collection[str]) -> list[tuple[str, int]]:
    lower = text.lower()
    if lower in vocabulary or len(lower) < 5 or lower.isdigit():
        return [(text, 0)]
    cuts = _cut(lower, vocabulary)
    if cuts is None:
        return [(text, 0)]
    return [(text[begin:end], begin) for begin, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _cut(text: str, vocabulary: Collection[str]) -> list[int] | None:
    """Where to cut so that every piece is known, with the fewest pieces; None when impossible."""
    best: list[list[int] | None] = [[]] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for begin in range(max(0, end - _LONGEST), end):
            before, piece = best[begin], text[begin:end]
            if before is None or not _is_word(piece, vocabulary):
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = [*before, begin]
    return best[len(text)]


_SHORT = frozenset("a i am an as at be by do go he if in is it me my no of on or so to up us we".split())


def _is_word(piece: str, vocabulary: Collection[str]) -> bool:
    return piece in _SHORT if len(piece) < 3 else piece in vocabulary


# Everyday words that glued hashtags are made of, besides the words of the policy.
EVERYDAY = frozenset(
    (
        "the and for you your our are not all one out get who how see say can will with from this that "
        "they them their have has had was were been what when where why which just now new day days week "
        "year years time back down over off about after before more most some stay safe keep help need "
        "make take look watch walk talk meet team london local love life people home house street road "
        "area city town park community police officer officers neighbourhood ward borough met nights "
        "crime stop search report call know think lock lose it its let lets job good great news happy "
        "first last next late early turn shift big small free live safer together against action"
    ).split()
)
