"""Reposts: of whom, and which words are the officer's own."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from governance.domain.classifier.judge import assessment, judge
from governance.domain.declaration import Declaration
from governance.domain.edition import Edition
from governance.domain.rag import Assessment, Finding, FindingKind, Rag, Release

RETWEET = "retweet"
_REPOST = re.compile(
    r"^(?P<before>.{0,300}?)\b(?:RT|MT|Repost(?:ing|ed)?(?: from)?|Retweet(?:ing|ed)?(?: from)?)[:\s]{1,3}"
    r"@(?P<handle>\w{1,60}):?\s*(?P<rest>.*)$",
    re.DOTALL,
)
_QUOTED = re.compile(r'^["“](?P<quote>[^"”]{1,5000})["”]\s*(?P<after>.*)$', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Repost:
    """A text that reposts. Own words keep their places: the quoted ones are blanked out."""

    handle: str
    handle_span: tuple[int, int]
    own_words: str
    quoted: str


def find_repost(text: str) -> Repost | None:
    """The repost a text declares ("RT @handle: …"), or None."""
    match = _REPOST.match(text)
    if match is None:
        return None
    start, end = match.span("rest")
    quote = _QUOTED.match(match["rest"])
    if quote:
        end = start + quote.end("quote") + 1
    quoted = text[start:end]
    own = text[: match.start("handle") - 1].removesuffix("RT ").removesuffix("MT ")
    own = own.ljust(end) + text[end:]
    return Repost(match["handle"], (match.start("handle") - 1, match.end("handle")), own, quoted)


def is_trusted(handle: str, edition: Edition, registered: Collection[str] = ()) -> bool:
    """Whether the edition or the register trusts the handle."""
    bare = handle.removeprefix("@").lower()
    return bare in edition.trusted_handles or bare in {h.removeprefix("@").lower() for h in registered}


def repost_findings(
    own_words: str,
    quoted: str,
    handle: str,
    trusted: bool,
    declaration: Declaration,
    edition: Edition,
    *,
    span: tuple[int, int] | None = None,
    reference: date | None = None,
) -> tuple[Finding, ...]:
    """A trusted account's text is not judged, the officer's own words are; anyone else's is too."""
    own = judge(own_words, declaration, edition, reference) if own_words.strip() else ()
    own = tuple(f for f in own if f.kind is not FindingKind.NO_TOPIC)
    if trusted and RETWEET in edition.topics:
        return (_retweet(handle, edition, span), *(f for f in own if f.slug != RETWEET))
    other = tuple(replace(f, start=None, end=None) for f in judge(quoted, declaration, edition, reference))
    known = {finding.identity for finding in own}
    return (_stranger(handle, span), *own, *(f for f in other if f.identity not in known))


def classify_repost(
    own_words: str,
    quoted_text: str,
    handle: str,
    trusted: bool,
    declaration: Declaration,
    edition: Edition,
    *,
    reference: date | None = None,
) -> Assessment:
    """The verdict on a repost or quote. ``trusted`` is what the register says of the handle."""
    findings = repost_findings(
        own_words,
        quoted_text,
        handle,
        trusted or is_trusted(handle, edition),
        declaration,
        edition,
        reference=reference,
    )
    return assessment(own_words, findings, declaration, edition)


def _retweet(handle: str, edition: Edition, span: tuple[int, int] | None) -> Finding:
    topic = edition.topics[RETWEET]
    start, end = span or (None, None)
    return Finding(
        kind=FindingKind.TOPIC,
        slug=RETWEET,
        rag=topic.light_public,
        release=topic.release_public,
        start=start,
        end=end,
        clause=topic.clause,
        reason=f"{topic.name}: @{handle.removeprefix('@')}",
        advice=topic.advice,
    )


def _stranger(handle: str, span: tuple[int, int] | None) -> Finding:
    start, end = span or (None, None)
    return Finding(
        kind=FindingKind.REPOST,
        slug="repost",
        rag=Rag.AMBER,
        release=Release.ASK,
        start=start,
        end=end,
        clause="reposts of trusted accounts only, 2012 §15 and 2016 traffic light",
        reason=f"Reposts an account that is not on the trusted list: @{handle.removeprefix('@')}",
        advice="Repost the force, the council or a registered partner, or say it in your own words.",
    )
