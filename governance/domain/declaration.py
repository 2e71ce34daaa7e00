"""What the author says about a post: is the matter public, which topics, which answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType


def _no_answers() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Declaration:
    """The author's statement. Nothing said about the public domain counts as not public.

    ``answers`` maps a check's slug to the author's answer; it is shown to the approver and
    silences nothing.
    """

    public_domain: bool | None = None
    evidence: str = ""
    topics: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=_no_answers)
    sentenced_on: date | None = None

    @property
    def is_public(self) -> bool:
        """Already public, with evidence of it. Without evidence the claim does not count."""
        return self.public_domain is True and bool(self.evidence.strip())

    @property
    def is_open(self) -> bool:
        """The public-domain question still waits for an answer, or the answer for its evidence."""
        return self.public_domain is None or (self.public_domain and not self.is_public)
