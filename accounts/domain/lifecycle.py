"""The life of a social account: its states and the moves between them (A section 4, S 11, 18, 26, 52)."""

from dataclasses import dataclass
from enum import StrEnum


class AccountStatus(StrEnum):
    """Where an account stands."""

    REQUESTED = "requested"
    ENDORSED = "endorsed"
    SUPPORTED = "supported"
    TRAINED = "trained"
    APPROVED = "approved"
    ACTIVE = "active"
    UNDER_REVIEW = "under-review"
    SUSPENDED = "suspended"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """The state as people say it."""
        return self.value.replace("-", " ").capitalize()


class AccountKind(StrEnum):
    """What an account is for."""

    CORPORATE = "corporate"
    BOROUGH = "borough"
    WARD = "ward"
    SPECIALIST = "specialist"
    INDIVIDUAL = "individual"
    CAMPAIGN = "campaign"
    TEMPORARY = "temporary"
    OPEN_SOURCE = "open-source"

    @property
    def label(self) -> str:
        """The kind as people say it."""
        return self.value.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Move:
    """One step in an account's life, and the permission it takes."""

    source: AccountStatus
    action: str
    target: AccountStatus
    permission: str


S = AccountStatus
MOVES = (
    Move(S.REQUESTED, "endorse", S.ENDORSED, "accounts.endorse_account"),
    Move(S.ENDORSED, "support", S.SUPPORTED, "accounts.support_account"),
    Move(S.SUPPORTED, "train", S.TRAINED, "accounts.administer_accounts"),
    Move(S.TRAINED, "approve", S.APPROVED, "accounts.administer_accounts"),
    Move(S.APPROVED, "activate", S.ACTIVE, "accounts.administer_accounts"),
    Move(S.ACTIVE, "review", S.UNDER_REVIEW, "accounts.administer_accounts"),
    Move(S.UNDER_REVIEW, "activate", S.ACTIVE, "accounts.administer_accounts"),
    Move(S.ACTIVE, "suspend", S.SUSPENDED, "accounts.administer_accounts"),
    Move(S.UNDER_REVIEW, "suspend", S.SUSPENDED, "accounts.administer_accounts"),
    Move(S.SUSPENDED, "activate", S.ACTIVE, "accounts.administer_accounts"),
    Move(S.ACTIVE, "close", S.CLOSED, "accounts.administer_accounts"),
    Move(S.UNDER_REVIEW, "close", S.CLOSED, "accounts.administer_accounts"),
    Move(S.SUSPENDED, "close", S.CLOSED, "accounts.administer_accounts"),
)
MAY_PUBLISH = frozenset({S.ACTIVE, S.UNDER_REVIEW})


def find_move(source: str, action: str) -> Move | None:
    """Return the row for this action from this state, or None where there is none."""
    return next((move for move in MOVES if move.source == source and move.action == action), None)
