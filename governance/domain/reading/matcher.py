"""Running a program over the tokens of a post, from the last word to the first.

Going backwards, everything a pattern may need further on is already known, so each pattern is
tried once per place and the work grows with the length of the text.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from governance.domain.reading.phrases import Choice, Concept, Element, Word
from governance.domain.reading.program import Pattern, Program

Span = tuple[int, int]
Hits = dict[str, list[Span]]
Seeds = Mapping[int, Sequence[tuple[str, int]]]


_NOWHERE: set[int] = set()


class Run:
    """One pass over one text. ``hits`` maps an owner to its spans of token numbers, first first."""

    def __init__(self, program: Program, words: Sequence[str], sentences: Sequence[int], seeds: Seeds) -> None:
        self.program = program
        self.words = words
        self.sentences = sentences
        self.ends: list[dict[str, set[int]]] = [{} for _ in words]
        self.hits: Hits = defaultdict(list)
        for place in range(len(words) - 1, -1, -1):
            self._at(place, seeds.get(place, ()))
        for spans in self.hits.values():
            spans.reverse()

    def _at(self, place: int, seeds: Sequence[tuple[str, int]]) -> None:
        waiting = list(seeds)
        opening = place == 0 or self.sentences[place - 1] != self.sentences[place]
        for pattern in self.program.by_word.get(self.words[place], ()):
            if opening or not pattern.opening:
                waiting.extend((pattern.owner, end) for end in self._finish(pattern, place + 1))
        known = self.ends[place]
        while waiting:
            owner, end = waiting.pop()
            if end in known.setdefault(owner, set()):
                continue
            known[owner].add(end)
            self.hits[owner].append((place, end))
            for pattern in self.program.by_concept.get(owner, ()):
                waiting.extend((pattern.owner, last) for last in self._finish(pattern, end))

    def _finish(self, pattern: Pattern, place: int) -> set[int]:
        """Where the rest of a pattern may end when it goes on at ``place``, in one sentence."""
        rest = pattern.rest
        if not rest:
            return {place}
        if isinstance(rest[0], Word) and (place >= len(self.words) or self.words[place] not in rest[0].forms):
            return _NOWHERE
        return self._walk(rest, {place}, self.sentences[place - 1])

    def _walk(self, elements: Sequence[Element], places: set[int], sentence: int) -> set[int]:
        for element in elements:
            places = self._step(element, places, sentence)
            if not places:
                break
        return places

    def _step(self, element: Element, places: set[int], sentence: int) -> set[int]:
        """The places after one element, from each of the places before it."""
        if isinstance(element, Choice):
            walked = (self._walk(option, places, sentence) for option in element.options)
            return set().union(*walked)
        limit = len(self.words)
        inside = [p for p in places if p < limit and self.sentences[p] == sentence]
        if isinstance(element, Word):
            forms = element.forms
            return {place + 1 for place in inside if self.words[place] in forms}
        if isinstance(element, Concept):
            name = element.name
            return {end for place in inside for end in self.ends[place].get(name, ())}
        least, most = element.least, element.most
        return {after for p in inside for after in range(p + least, min(p + most, limit) + 1)}
