"""The life of one publication: one part of one revision, to one account, put there or taken away.

At most one public post per row: a send begins when CLAIMED becomes SENDING, and only there; a lost answer is UNKNOWN
and is reconciled by reading the platform or by a person, never by sending again.
"""

from enum import StrEnum


class PublicationStatus(StrEnum):
    """Where a publication stands."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    SENDING = "sending"
    PUBLISHED = "published"
    FAILED = "failed"
    UNKNOWN = "unknown"
    STOPPED = "stopped"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """The state in the words of the interface."""
        return LABELS[self]


class Operation(StrEnum):
    """Whether the row puts something on the platform or takes it away."""

    PUBLISH = "publish"
    DELETE = "delete"


S = PublicationStatus
LABELS = {
    S.QUEUED: "Not sent yet",
    S.CLAIMED: "About to be sent",
    S.SENDING: "Being sent",
    S.PUBLISHED: "Published",
    S.FAILED: "Refused",
    S.UNKNOWN: "No clear answer",
    S.STOPPED: "Stopped before it was sent",
    S.CANCELLED: "Cancelled",
}
MOVES = {
    S.QUEUED: {S.CLAIMED, S.CANCELLED, S.STOPPED},
    S.CLAIMED: {S.QUEUED, S.SENDING, S.STOPPED, S.CANCELLED, S.FAILED},
    S.SENDING: {S.PUBLISHED, S.FAILED, S.UNKNOWN, S.QUEUED},
    S.UNKNOWN: {S.PUBLISHED, S.FAILED, S.QUEUED},
    S.STOPPED: {S.QUEUED, S.CANCELLED},
    S.FAILED: {S.QUEUED, S.CANCELLED},
    S.CANCELLED: {S.QUEUED},
}
"""SENDING goes back to QUEUED only where the platform said plainly that it took nothing (a RETRY error); CANCELLED only
where no send ever began, when the post is approved again."""
ENDED = frozenset({S.PUBLISHED, S.FAILED, S.CANCELLED})


def web_address(url: str) -> str:
    """The address as pages may link to it: nothing where it leads anywhere but to a web page."""
    return url[:400] if url.lower().startswith(("https://", "http://")) else ""


def may_move(source: str, target: str) -> bool:
    """Whether a publication may go from one state to another."""
    return target in MOVES.get(PublicationStatus(source), set())
