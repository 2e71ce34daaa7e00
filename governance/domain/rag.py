"""The words of the traffic light: lights, releases, findings and the assessment they add up to."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar


class Rag(StrEnum):
    """A light, from the most relaxed to the most cautious."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def severity(self) -> int:
        return list(Rag).index(self)


class Release(StrEnum):
    """What may happen to a post now, from the most relaxed to the most cautious."""

    GO = "go"
    TELL = "tell"
    ASK = "ask"
    STOP = "stop"

    @property
    def severity(self) -> int:
        return list(Release).index(self)


class FindingKind(StrEnum):
    """Where a finding comes from."""

    TOPIC = "topic"
    CHECK = "check"
    NO_TOPIC = "no-topic"
    LANGUAGE = "language"
    DISAGREEMENT = "disagreement"
    LEVEL = "level"
    FLOOR = "floor"
    GUIDANCE = "guidance"
    REPOST = "repost"
    COMPLAINT = "complaint"
    INCIDENT = "incident"
    SUSPENSION = "suspension"


Severe = TypeVar("Severe", Rag, Release)


def most_cautious(values: Iterable[Severe], default: Severe) -> Severe:
    """The most cautious of the values, or the default when there are none."""
    return max(values, key=lambda value: value.severity, default=default)


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason for a light. The span counts code points of the text as typed, end exclusive."""

    kind: FindingKind
    slug: str
    rag: Rag
    release: Release
    start: int | None
    end: int | None
    clause: str
    reason: str
    advice: str = ""
    part: int = 0

    @property
    def identity(self) -> tuple[FindingKind, str, Rag, Release]:
        """What makes two findings the same finding, wherever in the text they were seen."""
        return (self.kind, self.slug, self.rag, self.release)

    @property
    def is_serious(self) -> bool:
        return self.rag is Rag.RED or self.release.severity >= Release.ASK.severity

    def to_json(self) -> dict[str, Any]:
        return {name: _plain(value) for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Finding":
        known = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        known["kind"] = FindingKind(known["kind"])
        known["rag"] = Rag(known["rag"])
        known["release"] = Release(known["release"])
        return cls(**known)


@dataclass(frozen=True)
class Assessment:
    """The verdict on one post: its light and release, and every finding that led there.

    ``topics_rag`` is the light by topics and public domain alone. ``amber_unless_public`` is true
    while an amber topic is there and nobody has said whether the matter is already public.
    """

    rag: Rag
    release: Release
    topics_rag: Rag
    topics: tuple[str, ...]
    checks: tuple[str, ...]
    findings: tuple[Finding, ...]
    edition: str
    classifier: str
    text_digest: str
    amber_unless_public: bool = False

    def with_findings(self, extra: Iterable[Finding]) -> "Assessment":
        """The same verdict with more findings; light and release can only become more cautious."""
        added = tuple(extra)
        return replace(
            self,
            findings=self.findings + added,
            rag=most_cautious([self.rag, *(f.rag for f in added)], self.rag),
            release=most_cautious([self.release, *(f.release for f in added)], self.release),
        )

    def got_worse_than(self, earlier: "Assessment") -> bool:
        """More cautious than the earlier one, or with a red or ``ask`` finding that it lacked."""
        if self.rag.severity > earlier.rag.severity:
            return True
        if self.release.severity > earlier.release.severity:
            return True
        known = {finding.identity for finding in earlier.findings}
        return any(f.is_serious and f.identity not in known for f in self.findings)

    def to_json(self) -> dict[str, Any]:
        data = {field.name: _plain(getattr(self, field.name)) for field in fields(self)}
        data["findings"] = [finding.to_json() for finding in self.findings]
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Assessment":
        known = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        known["rag"], known["topics_rag"] = Rag(known["rag"]), Rag(known["topics_rag"])
        known["release"] = Release(known["release"])
        known["topics"], known["checks"] = tuple(known["topics"]), tuple(known["checks"])
        known["findings"] = tuple(Finding.from_json(found) for found in known["findings"])
        return cls(**known)


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return str(value)
    return list(value) if isinstance(value, tuple) else value
