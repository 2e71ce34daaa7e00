"""Which words of a text gave it its light: marked, numbered and escaped, never trusting the text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SEVERITY = {"green": 0, "amber": 1, "red": 2}


@dataclass(frozen=True)
class Span:
    """Code points from start up to, not including, end, matched by the reason with this number."""

    start: int
    end: int
    rag: str
    number: int


def highlight(text: str, findings: Iterable[Any]) -> SafeString:
    """The text as safe HTML, each finding's words in a ``<mark>`` that ends in its number.

    Findings are mappings or objects with start, end (code points, end exclusive), rag and number;
    one without a number is numbered by its place. Findings without a span, and spans outside
    the text, are left out. Where spans overlap, the words show the most cautious light.
    """
    spans = _spans(findings, len(text))
    cuts = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    pieces = ((text[a:b], [s for s in spans if s.start <= a and b <= s.end], b) for a, b in pairwise(cuts))
    return format_html_join("", "{}", ((_piece(*piece),) for piece in pieces))


def _spans(findings: Iterable[Any], length: int) -> list[Span]:
    found = (_span(finding, place, length) for place, finding in enumerate(findings, start=1))
    return sorted({span for span in found if span}, key=lambda span: (span.start, span.end, span.number))


def _span(finding: Any, place: int, length: int) -> Span | None:
    start, end = _get(finding, "start"), _get(finding, "end")
    if start is None or end is None:
        return None
    start, end = max(0, int(start)), min(length, int(end))
    rag = str(_get(finding, "rag"))
    if start >= end or rag not in SEVERITY:
        return None
    return Span(start, end, rag, int(_get(finding, "number") or place))


def _get(finding: Any, name: str) -> Any:
    return finding.get(name) if isinstance(finding, Mapping) else getattr(finding, name, None)


def _piece(words: str, spans: list[Span], cut: int) -> SafeString:
    if not spans:
        return format_html("{}", words)
    rag = max((span.rag for span in spans), key=SEVERITY.__getitem__)
    numbers = sorted({span.number for span in spans if span.end == cut})
    return format_html('<mark class="hit hit--{}">{}{}</mark>', rag, words, _reference(numbers))


def _reference(numbers: list[int]) -> SafeString:
    if not numbers:
        return SafeString("")
    return format_html(
        '<sup><span class="rag-vh"> ({} </span>{}<span class="rag-vh">)</span></sup>',
        "reason" if len(numbers) == 1 else "reasons",
        ", ".join(map(str, numbers)),
    )
