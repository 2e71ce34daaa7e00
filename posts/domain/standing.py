"""Where a post stands as people say it: its state together with what became of its deliveries.

"Published", "partly published" and "withdrawn" are read here and written nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from posts.domain.publication import Operation, PublicationStatus
from posts.domain.workflow import PostStatus


class Standing(StrEnum):
    """One word for what a post's author wants to know first."""

    DRAFT = "draft"
    RETURNED = "returned"
    ASKED = "asked"
    WAITING = "waiting"
    CLAIMED = "claimed"
    HELD = "held"
    SCHEDULED = "scheduled"
    GOING_OUT = "going out"
    PUBLISHED = "published"
    PART_PUBLISHED = "part published"
    IN_DOUBT = "in doubt"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    EXPIRED = "expired"
    ABANDONED = "given up"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One publication row as plain values."""

    account: str
    channel: str
    operation: str
    status: str
    url: str = ""
    at: datetime | None = None
    error: str = ""

    @property
    def is_out(self) -> bool:
        """Whether the platform said that it took it."""
        return self.operation == Operation.PUBLISH and self.status == PublicationStatus.PUBLISHED


S, P = Standing, PublicationStatus
ALONE = {
    PostStatus.DRAFT: S.DRAFT,
    PostStatus.RETURNED: S.RETURNED,
    PostStatus.HELD: S.HELD,
    PostStatus.REJECTED: S.REJECTED,
    PostStatus.EXPIRED: S.EXPIRED,
    PostStatus.ABANDONED: S.ABANDONED,
}
UNDER_WAY = frozenset({P.QUEUED, P.CLAIMED, P.SENDING})
NEEDS_ITS_AUTHOR = frozenset({S.DRAFT, S.RETURNED, S.ASKED})
ON_ITS_WAY = frozenset({S.WAITING, S.CLAIMED, S.HELD, S.SCHEDULED, S.GOING_OUT})
WENT_OUT = frozenset({S.PUBLISHED, S.PART_PUBLISHED, S.IN_DOUBT, S.WITHDRAWN})


def standing_of(
    status: str, *, asked: bool, claimed: bool, scheduled: bool, deliveries: Sequence[Delivery]
) -> Standing:
    """Where a post in this state stands. `scheduled` is that its time is still to come."""
    found = ALONE.get(PostStatus(status))
    if found is not None:
        return found
    if status == PostStatus.WAITING:
        return S.ASKED if asked else S.CLAIMED if claimed else S.WAITING
    if status == PostStatus.CLEARED:
        return S.SCHEDULED if scheduled else S.GOING_OUT
    return _read(deliveries)


def _read(deliveries: Sequence[Delivery]) -> Standing:
    sends = [one for one in deliveries if one.operation == Operation.PUBLISH]
    gone = {one.account for one in deliveries if one.operation == Operation.DELETE and one.status == P.PUBLISHED}
    out = [one for one in sends if one.is_out]
    if out and all(one.account in gone for one in out):
        return S.WITHDRAWN
    if any(one.status == P.UNKNOWN for one in sends):
        return S.IN_DOUBT
    if out and len(out) == len(sends):
        return S.PUBLISHED
    if any(one.status in UNDER_WAY for one in sends):
        return S.GOING_OUT
    return S.PART_PUBLISHED if out else S.REFUSED
