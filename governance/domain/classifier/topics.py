"""Which topics a reading touches, and by which words."""

from collections.abc import Iterable, Iterator
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


def recognise(reading: Reading, rules: Iterable[Rule]) -> dict[str, Match]:
    """The topics of a reading, each with its best match: the longest, and of those the first."""
    best: dict[str, Match] = {}
    for rule in rules:
        for match in _matches(reading, rule):
            known = best.get(rule.topic)
            if known is None or _rank(match) > _rank(known):
                best[rule.topic] = match
    return best


def _rank(match: Match) -> tuple[int, int]:
    return match.span[1] - match.span[0] + len(match.others), -match.span[0]


def _matches(reading: Reading, rule: Rule) -> Iterator[Match]:
    spans = reading.hits.get(rule.owner)
    if not spans:
        return
    for span in spans:
        others = _completed(reading, rule, span)
        if others is not None:
            yield Match(rule.topic, span, others)


def _completed(reading: Reading, rule: Rule, span: Span) -> tuple[Span, ...] | None:
    """The spans that meet the rule's conditions for this match, or None when one is not met."""
    others: list[Span] = []
    for join, owner in rule.conditions:
        found = reading.hits.get(owner, ())
        if join == "!":
            if found:
                return None
            continue
        fitting = [other for other in found if join == "&&" or reading.near(span, other)]
        if not fitting:
            return None
        others.append(fitting[0])
    return tuple(others)
