"""What is wrong with an entry in the register, in words, most serious first."""

from datetime import date
from typing import NamedTuple

from accounts.domain.lifecycle import MAY_PUBLISH, AccountStatus

WAITS_FOR = {
    AccountStatus.REQUESTED: "Waits for a SPOC to endorse it",
    AccountStatus.ENDORSED: "Waits for the commander’s support",
    AccountStatus.SUPPORTED: "Waits for its people to be trained",
    AccountStatus.TRAINED: "Waits for DMC’s approval",
    AccountStatus.APPROVED: "Approved, not yet in use",
}


class Flag(NamedTuple):
    """One thing to put right."""

    text: str
    serious: bool


def flags(status: str, has_owner: bool, operators: int, review_on: date | None, today: date) -> list[Flag]:
    """Return what needs attention about an account; a closed one needs none."""
    state = AccountStatus(status)
    found = []
    if state is AccountStatus.SUSPENDED:
        found.append(Flag("Suspended: nothing is published from it", True))
    if state in WAITS_FOR:
        found.append(Flag(WAITS_FOR[state], False))
    if state in MAY_PUBLISH:
        found += _in_use(has_owner, operators)
    if state is not AccountStatus.CLOSED and review_on is not None and review_on <= today:
        found.append(Flag(f"Review was due on {review_on:%-d %B %Y}", False))
    return found


def _in_use(has_owner: bool, operators: int) -> list[Flag]:
    found = [] if has_owner else [Flag("No owner", True)]
    if operators < 2:
        found.append(Flag("Nobody can post from it" if operators == 0 else "One operator only", operators == 0))
    return found
