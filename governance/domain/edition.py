"""An edition of the traffic light as data: topics, checks, deciders, ladders and levels."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from governance.domain.escalation import Ladder
from governance.domain.rag import Rag, Release

ROLES = (
    "officer",
    "spoc",
    "communicator",
    "commander",
    "borough-support",
    "social-media-team",
    "press-bureau",
    "dmc-admin",
    "auditor",
)
NEVER_DECIDE = frozenset({"officer", "commander", "dmc-admin", "auditor"})


class PolicyError(ValueError):
    """A policy text that cannot be used; says on which line and why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject of the traffic light: its light when public and when not, and why.

    ``decided_by`` narrows the edition's table of deciders; empty means the table as it stands.
    ``yields_to`` names graver or more exact topics beside which this one is not reported.
    """

    slug: str
    name: str
    light_public: Rag
    light_not_public: Rag
    release_public: Release
    clause: str
    decided_by: tuple[str, ...]
    ladder: str
    phrases: tuple[str, ...]
    advice: str
    yields_to: tuple[str, ...] = ()

    @property
    def depends_on_public_domain(self) -> bool:
        return self.light_public is not self.light_not_public

    def light(self, public: bool) -> Rag:
        return self.light_public if public else self.light_not_public

    def release(self, public: bool) -> Release:
        return Release.ASK if self.light(public) is Rag.RED else self.release_public


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A subject no edition names that is never everyday: green words beside it do not make it green."""

    slug: str
    name: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckPolicy:
    """How an edition treats one content check."""

    slug: str
    name: str
    light: Rag
    clause: str
    advice: str


@dataclass(frozen=True, slots=True)
class Levels:
    """What an author needs for each level of experience."""

    probation_days: int
    probation_posts: int
    trusted_months: int
    trusted_posts: int


@dataclass(frozen=True, eq=False)
class Edition:
    """A complete policy. Two editions are the same only when they are the same object."""

    slug: str
    name: str
    applies_from: date
    topics: Mapping[str, Topic]
    checks: Mapping[str, CheckPolicy]
    unlisted: Mapping[str, Unlisted]
    deciders: Mapping[str, tuple[str, ...]]
    ladders: Mapping[str, Ladder]
    domains: tuple[str, ...]
    trusted_handles: tuple[str, ...]
    levels: Levels
    schedule_grace_minutes: int
    stale_court_result_days: int
    lexicon: Mapping[str, tuple[str, ...]]
    complaint_clause: str
    text_digest: str

    def ladder_of_topic(self, slug: str) -> str:
        """The ladder a topic asks for; the empty string when its light decides."""
        topic = self.topics.get(slug)
        return topic.ladder if topic else ""

    def may_decide(self, rag: Rag, topics: Collection[str], role: str) -> bool:
        """Whether the role may decide a post with this light and these topics.

        A green post that has to be asked about is decided by whoever decides amber ones.
        Which unit an appointment covers is not asked here.
        """
        if role in NEVER_DECIDE:
            return False
        if role not in self.deciders["red" if rag is Rag.RED else "amber"]:
            return False
        narrowed = [self.topics[slug].decided_by for slug in topics if slug in self.topics]
        return all(role in allowed for allowed in narrowed if allowed)
