"""JSON lines in, JSON lines out: what the ``classify`` command does, without the command."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TextIO

from governance.domain.classifier import LONGEST_TEXT, classify
from governance.domain.classifier.judge import assessment
from governance.domain.declaration import Declaration
from governance.domain.edition import Edition
from governance.domain.rag import Assessment, Finding

_OVERLAP = 500
_FINDING_KEYS = (
    "kind", "slug", "rag", "release", "start", "end", "clause", "reason", "advice",
)  # fmt: skip


class BadLine(ValueError):
    """A line that cannot be judged; its text says why."""


@dataclass(frozen=True, slots=True)
class Request:
    """One line asked about."""

    id: Any
    text: str
    declaration: Declaration
    reference: date | None


def classify_lines(source: Iterable[str | bytes], answers: TextIO, errors: TextIO, edition: Edition) -> int:
    """Answer every line in order, blank ones apart. Bad lines go to ``errors`` by number. The exit status: 0 or 1."""
    status = 0
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            request = _request(line)
        except BadLine as bad:
            errors.write(f"line {number}: {bad}\n")
            status = 1
            continue
        verdict = classify_any_length(request, edition)
        answers.write(json.dumps(_answer(request.id, verdict), ensure_ascii=True) + "\n")
    return status


def classify_any_length(request: Request, edition: Edition) -> Assessment:
    """The verdict on a text of any length; beyond the product's limit, judged window by window."""
    if len(request.text) <= LONGEST_TEXT:
        return classify(request.text, request.declaration, edition, reference=request.reference)
    found: dict[tuple[object, ...], Finding] = {}
    for start, window in _windows(request.text):
        part = classify(window, request.declaration, edition, reference=request.reference)
        for finding in part.findings:
            moved = _moved(finding, start)
            found.setdefault(finding.identity, moved)
    return assessment(request.text, found.values(), request.declaration, edition)


def _windows(text: str) -> Iterator[tuple[int, str]]:
    """Overlapping windows, so that nothing shorter than the overlap is cut in two."""
    for start in range(0, max(1, len(text) - _OVERLAP), LONGEST_TEXT - _OVERLAP):
        yield start, text[start : start + LONGEST_TEXT]


def _moved(finding: Finding, by: int) -> Finding:
    if finding.start is None or finding.end is None:
        return finding
    return replace(finding, start=finding.start + by, end=finding.end + by)


def _request(line: str | bytes) -> Request:
    data = _object(line)
    text = data.get("text")
    if not isinstance(text, str):
        raise BadLine('"text" is missing or is not a text')
    declaration = Declaration(
        public_domain=_yes_or_no(data),
        evidence=_string(data, "evidence"),
        topics=_topics(data),
        sentenced_on=_day(data, "sentenced_on"),
    )
    return Request(data.get("id"), text, declaration, _day(data, "reference"))


def _object(line: str | bytes) -> dict[str, Any]:
    try:
        data = json.loads(line.decode("utf-8") if isinstance(line, bytes) else line)
    except UnicodeDecodeError as error:
        raise BadLine(f"not UTF-8: {error.reason} at byte {error.start}") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadLine(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise BadLine("not a JSON object")
    return data


def _yes_or_no(data: dict[str, Any]) -> bool | None:
    value = data.get("public_domain")
    if value is not None and not isinstance(value, bool):
        raise BadLine('"public_domain" must be true, false or null')
    return value


def _string(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise BadLine(f'"{key}" must be a text')
    return value or ""


def _topics(data: dict[str, Any]) -> tuple[str, ...]:
    value = data.get("declared_topics") or []
    if not isinstance(value, list) or not all(isinstance(slug, str) for slug in value):
        raise BadLine('"declared_topics" must be a list of topics')
    return tuple(value)


def _day(data: dict[str, Any], key: str) -> date | None:
    value = _string(data, key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise BadLine(f'"{key}" must be a date such as 2016-02-01') from error


def _answer(identity: Any, verdict: Assessment) -> dict[str, Any]:
    data = verdict.to_json()
    data["findings"] = [
        {key: value for key, value in found.items() if key in _FINDING_KEYS} for found in data["findings"]
    ]
    return {"id": identity, **data}
