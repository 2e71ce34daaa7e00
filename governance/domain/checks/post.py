"""What a content check is given, and what it answers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from governance.domain.declaration import Declaration
from governance.domain.reading.matcher import Span
from governance.domain.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """A check that failed: the tokens to show, if any, and the reason in plain words."""

    reason: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class CheckedPost:
    """A post under check: its reading, its topics, and what the author declared."""

    reading: Reading
    topics: Collection[str]
    declaration: Declaration
    reference: date | None
    stale_after_days: int

    def first(self, reason: str, *concepts: str) -> Hit | None:
        """A hit at the first of the concepts that the post contains, with the words quoted."""
        spans = sorted(self.reading.spans(*concepts))
        return self.at(reason, spans[0]) if spans else None

    def at(self, reason: str, *spans: Span) -> Hit:
        """A hit at the first span, quoting them all."""
        return Hit(f"{reason}: {self.reading.quote(*spans)}", spans[0])

    def pair(self, reason: str, ones: str, others: str, *, words: int = 30) -> Hit | None:
        """A hit where the two concepts stand close together."""
        for one in self.reading.spans(ones):
            for other in self.reading.beside(one, others, words=words):
                return self.at(reason, one, other)
        return None
