"""The life of a post: one table of states and moves, from which buttons, permissions, diagram and tests follow.

`RELEASED` means that a send has begun; what became of it is read from the publications.
"""

from dataclasses import dataclass
from enum import StrEnum

from posts.permissions import PostPermission as P


class PostStatus(StrEnum):
    """Where a post stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    HELD = "held"
    CLEARED = "cleared"
    RETURNED = "returned"
    RELEASED = "released"
    REJECTED = "rejected"
    EXPIRED = "expired"
    ABANDONED = "abandoned"

    @property
    def label(self) -> str:
        """The state in the words of the interface."""
        return LABELS[self]


class PostAction(StrEnum):
    """What moves a post. A use case picks one; the table says whether it may."""

    SUBMIT_CLEAR = "submit-clear"
    SUBMIT_ASK = "submit-ask"
    SUBMIT_HOLD = "submit-hold"
    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"
    BYPASS = "bypass"
    UNDO = "undo"
    REOPEN = "reopen"
    ABANDON = "abandon"
    HOLD = "hold"
    ASK_AGAIN = "ask-again"
    RELEASE = "release"
    EXPIRE = "expire"


S, A = PostStatus, PostAction
LABELS = {
    S.DRAFT: "Draft",
    S.WAITING: "Waiting for a decision",
    S.HELD: "Held",
    S.CLEARED: "Cleared to go out",
    S.RETURNED: "Returned for changes",
    S.RELEASED: "Released",
    S.REJECTED: "Rejected",
    S.EXPIRED: "Expired",
    S.ABANDONED: "Abandoned",
}


@dataclass(frozen=True, slots=True)
class Move:
    """One row. `permission` is None where only the portal itself moves the post."""

    source: PostStatus
    action: PostAction
    target: PostStatus
    permission: P | None


TRANSITIONS = (
    *(Move(s, A.SUBMIT_CLEAR, S.CLEARED, P.SUBMIT) for s in (S.DRAFT, S.RETURNED)),
    *(Move(s, A.SUBMIT_ASK, S.WAITING, P.SUBMIT) for s in (S.DRAFT, S.RETURNED)),
    *(Move(s, A.SUBMIT_HOLD, S.HELD, P.SUBMIT) for s in (S.DRAFT, S.RETURNED)),
    Move(S.WAITING, A.APPROVE, S.CLEARED, P.DECIDE),
    Move(S.WAITING, A.RETURN, S.RETURNED, P.DECIDE),
    Move(S.WAITING, A.REJECT, S.REJECTED, P.DECIDE),
    Move(S.WAITING, A.BYPASS, S.CLEARED, P.BYPASS),
    Move(S.CLEARED, A.UNDO, S.WAITING, P.DECIDE),
    *(Move(s, A.REOPEN, S.DRAFT, P.EDIT) for s in (S.WAITING, S.HELD, S.CLEARED)),
    *(Move(s, A.ABANDON, S.ABANDONED, P.EDIT) for s in (S.DRAFT, S.RETURNED, S.WAITING, S.HELD, S.CLEARED)),
    *(Move(s, A.HOLD, S.HELD, None) for s in (S.WAITING, S.CLEARED)),
    *(Move(s, A.ASK_AGAIN, S.WAITING, None) for s in (S.CLEARED, S.HELD)),
    Move(S.CLEARED, A.RELEASE, S.RELEASED, None),
    *(Move(s, A.EXPIRE, S.EXPIRED, None) for s in (S.WAITING, S.HELD, S.CLEARED)),
)
EDITABLE = frozenset({S.DRAFT, S.RETURNED})
ON_ITS_WAY = frozenset({S.WAITING, S.HELD, S.CLEARED})
ENDED = frozenset({S.RELEASED, S.REJECTED, S.EXPIRED, S.ABANDONED})


def find_transition(source: str, action: str) -> Move | None:
    """Return the one row for this action from this state, or None where the table has none."""
    return next((move for move in TRANSITIONS if move.source == source and move.action == action), None)


def actions_from(source: str) -> tuple[PostAction, ...]:
    """Return what may happen next to a post in this state, in the order of the table."""
    return tuple(move.action for move in TRANSITIONS if move.source == source)
