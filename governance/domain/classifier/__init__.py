"""The traffic light over a text: what callers use. The workings are in the modules beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from governance.domain.classifier.judge import (
    CLASSIFIER_VERSION,
    assessment,
    complaint_finding,
    digest_of,
    first_findings,
    judge,
    read_for,
)
from governance.domain.classifier.reposts import (
    classify_repost,
    find_repost,
    is_trusted,
    repost_findings,
)
from governance.domain.declaration import Declaration
from governance.domain.edition import Edition
from governance.domain.rag import Assessment, Finding, FindingKind

__all__ = [
    "CLASSIFIER_VERSION",
    "LONGEST_TEXT",
    "TextTooLong",
    "classify",
    "classify_parts",
    "classify_repost",
    "complaint_finding",
    "digest_of",
    "findings_on",
]

LONGEST_TEXT = 10_000


class TextTooLong(ValueError):
    """A text longer than the product accepts."""


def classify(text: str, declaration: Declaration, edition: Edition, *, reference: date | None = None) -> Assessment:
    """The verdict on one text. ``reference`` is the day to reckon court results from.

    Raises TextTooLong beyond LONGEST_TEXT code points.
    """
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(f"{len(text)} characters; the most is {LONGEST_TEXT}")
    found = findings_on(text, declaration, edition, reference=reference)
    return assessment(text, found, declaration, edition)


def findings_on(
    text: str, declaration: Declaration, edition: Edition, *, reference: date | None = None
) -> tuple[Finding, ...]:
    """The findings alone; a text that begins "RT @handle" is judged as a repost."""
    repost = find_repost(text)
    if repost is None:
        return judge(text, declaration, edition, reference)
    return repost_findings(
        repost.own_words,
        repost.quoted,
        repost.handle,
        is_trusted(repost.handle, edition),
        declaration,
        edition,
        span=repost.handle_span,
        reference=reference,
    )


def classify_parts(
    texts: Sequence[str],
    declaration: Declaration,
    edition: Edition,
    *,
    beside: Sequence[str] = (),
    reference: date | None = None,
) -> Assessment:
    """The verdict on a thread. Each finding says in which part it is; no part is green by company.

    Texts ``beside`` the parts (words for a picture, a warning) are read by the phrases and the checks, and need no
    subject of their own. The second reader learnt from posts and knows nothing of such words, so it is not asked.
    """
    if len(texts) == 1 and not beside:
        return classify(texts[0], declaration, edition, reference=reference)
    found: list[Finding] = []
    for number, text in enumerate(texts):
        part = classify(text, declaration, edition, reference=reference).findings
        found.extend(replace(finding, part=number) for finding in part)
    for number, text in enumerate(beside, start=len(texts)):
        said = _without_a_subject(text, declaration, edition, reference)
        found.extend(replace(finding, part=number) for finding in said)
    return assessment("\n\n".join([*texts, *beside]), found, declaration, edition)


def _without_a_subject(
    text: str, declaration: Declaration, edition: Edition, reference: date | None
) -> Iterator[Finding]:
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(f"{len(text)} characters; the most is {LONGEST_TEXT}")
    found = first_findings(read_for(text, edition), declaration, edition, reference)
    return (finding for finding in found if finding.kind is not FindingKind.NO_TOPIC)
