"""A text read once: its tokens and every concept found in them, for topics and checks alike."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from governance.domain.reading.compiled import Compiled
from governance.domain.reading.matcher import Hits, Run, Span
from governance.domain.reading.seeds import seeds_of
from governance.domain.reading.tokens import Tokens, tokenise

_QUOTED = 60
_LONGEST_SPAN = 30


@dataclass(frozen=True, slots=True)
class Reading:
    """The typed text, its tokens, and the spans of tokens in which each concept was found."""

    typed: str
    tokens: Tokens
    hits: Hits

    def spans(self, *concepts: str) -> Iterator[Span]:
        """Every place where one of the concepts was found, as token numbers, end exclusive."""
        for concept in concepts:
            yield from self.hits.get(concept, ())

    def has(self, *concepts: str) -> bool:
        return any(self.hits.get(concept) for concept in concepts)

    def typed_span(self, span: Span) -> tuple[int, int]:
        """The code points of the typed text behind a span of tokens."""
        return self.tokens.starts[span[0]], self.tokens.ends[span[1] - 1]

    def quote(self, *spans: Span) -> str:
        """The typed words of the spans, in quotation marks, shortened where long."""
        quoted = (self.typed[slice(*self.typed_span(span))] for span in spans)
        return ", ".join(f'"{_shortened(words)}"' for words in quoted)

    def sentence(self, span: Span) -> int:
        return self.tokens.sentences[span[0]]

    def beside(self, one: Span, concept: str, *, words: int = 30) -> Iterator[Span]:
        """The places of a concept near this span. Only a window is looked at, however long the text."""
        spans = self.hits.get(concept, ())
        first = bisect_left(spans, one[0] - words - _LONGEST_SPAN, key=itemgetter(0))
        for other in islice(spans, first, None):
            if other[0] > one[1] + words:
                return
            if other != one and self.near(one, other, words=words):
                yield other

    def near(self, one: Span, other: Span, *, words: int = 30) -> bool:
        """In the same or a neighbouring sentence and not many words apart."""
        sentences = abs(self.sentence(one) - self.sentence(other)) <= 1
        return sentences and max(one[0] - other[1], other[0] - one[1]) <= words

    def same_sentence(self, one: Span, other: Span) -> bool:
        return self.sentence(one) == self.sentence(other)


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _QUOTED else flat[: _QUOTED - 1] + "…"


def read(text: str, rules: Compiled) -> Reading:
    """Read a text with a compiled edition."""
    tokens = tokenise(text, rules.vocabulary)
    seeds = seeds_of(text, tokens, rules)
    words = _without_look_alikes(tokens, rules, seeds)
    return Reading(text, tokens, Run(rules.program, words, tokens.sentences, seeds).hits)


def _without_look_alikes(tokens: Tokens, rules: Compiled, seeds: dict[int, list[tuple[str, int]]]) -> Sequence[str]:
    """The words, those silenced that do not mean what they seem to ("tennis court")."""
    hits = Run(rules.look_alikes, tokens.words, tokens.sentences, seeds).hits
    words = list(tokens.words)
    for owner, forms in rules.masked.items():
        for start, end in hits.get(owner, ()):
            for place in range(start, end):
                if tokens.words[place] in forms:
                    words[place] = ""
    return words
