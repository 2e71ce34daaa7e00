"""Live guidance from DMC: words that raise a light for a while."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.domain.rag import Finding, FindingKind, Rag, Release


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. ``units`` and ``accounts`` are its scope as strings; empty means everyone."""

    slug: str
    title: str
    words: tuple[str, ...]
    light: Rag
    release: Release
    starts: datetime | None = None
    ends: datetime | None = None
    units: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()

    def applies_at(self, moment: datetime) -> bool:
        started = self.starts is None or self.starts <= moment
        return started and (self.ends is None or moment < self.ends)

    def covers(self, units: Iterable[str], accounts: Iterable[str]) -> bool:
        """Whether a post of these units (with those above) and accounts is in its scope."""
        if not self.units and not self.accounts:
            return True
        return not set(self.units).isdisjoint(units) or not set(self.accounts).isdisjoint(accounts)


def guidance_findings(text: str, notices: Iterable[Notice]) -> tuple[Finding, ...]:
    """One finding per notice that the text touches; a notice without words touches every text."""
    found = (_finding(text, notice) for notice in notices)
    return tuple(finding for finding in found if finding is not None)


def _finding(text: str, notice: Notice) -> Finding | None:
    span = _first_match(text, notice.words)
    if notice.words and span is None:
        return None
    quoted = f': "{text[span[0] : span[1]]}"' if span else ""
    return Finding(
        kind=FindingKind.GUIDANCE,
        slug=notice.slug,
        rag=notice.light,
        release=notice.release,
        start=span[0] if span else None,
        end=span[1] if span else None,
        clause="live guidance, 2012 §12",
        reason=f"Current guidance from DMC, {notice.title}{quoted}",
    )


def _first_match(text: str, words: Iterable[str]) -> tuple[int, int] | None:
    spans = (_span_of(text, word) for word in words if word.strip())
    return min((span for span in spans if span), default=None)


def _span_of(text: str, word: str) -> tuple[int, int] | None:
    """Where the words stand in the text, whole words, any spacing and any case."""
    pattern = r"[\s\-]+".join(re.escape(part) for part in word.split())
    match = re.search(rf"(?<!\w)#?{pattern}(?:'?s)?(?!\w)", text, re.IGNORECASE)
    return match.span() if match else None
