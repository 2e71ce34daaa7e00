"""Which topics a reading touches, and by which words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from governance.domain.reading.compiled import Rule
from governance.domain.reading.matcher import Span
from governance.domain.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase of a topic found at a span, with the spans that completed it."""

    topic: str
    span: Span
    others: tuple[Span, ...]


def recognise(reading: Reading, rules: Mapping[str, Rule]) -> dict[str, Match]:
    """The topics of a reading, each with its best match: the longest, and of those the first."""
    best: dict[str, Match] = {}
    for owner in reading.hits.keys() & rules.keys():
        for match in _matches(reading, rules[owner]):
            known = best.get(match.topic)
            if known is None or _rank(match) > _rank(known):
                best[match.topic] = match
    return {topic: best[topic] for topic in sorted(best)}


def _rank(match: Match) -> tuple[int, int, Span, tuple[Span, ...]]:
    return match.span[1] - match.span[0] + len(match.others), -match.span[0], match.span, match.others


def _matches(reading: Reading, rule: Rule) -> Iterator[Match]:
    for span in reading.hits[rule.owner]:
        others = _completed(reading, rule, span)
        if others is not None:
            yield Match(rule.topic, span, others)


def _completed(reading: Reading, rule: Rule, span: Span) -> tuple[Span, ...] | None:
    """The spans that meet the rule's conditions for this match, or None when one is not met."""
    others: list[Span] = []
    for join, owner in rule.conditions:
        found = _condition(reading, join, owner, span)
        if (found is None) != (join == "!"):
            return None
        if found is not None:
            others.append(found)
    return tuple(others)


def _condition(reading: Reading, join: str, owner: str, span: Span) -> Span | None:
    """Where the other side of a join is: near by for ``&``, anywhere for ``&&`` and ``!``."""
    if join == "&":
        return next(reading.beside(span, owner), None)
    return next(iter(reading.hits.get(owner, ())), None)
