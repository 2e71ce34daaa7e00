"""The contract between the portal and any platform: what is handed over, what comes back, what may go wrong.

Every channel sorts its failures into three, by one question: did the platform take it? RETRY and PERMANENT mean it
plainly did not, UNKNOWN that nobody can say; then the platform is read (`find`), and nothing is sent again blindly.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class ErrorKind(StrEnum):
    """What a failure means for the row."""

    RETRY = "retry"
    PERMANENT = "permanent"
    UNKNOWN = "unknown"


class ChannelError(Exception):
    """A failure, in words for the person told. `retry_after` is how long the platform asks the account to wait."""

    def __init__(self, kind: ErrorKind, message: str, retry_after: timedelta | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Limits:
    """What the platform takes. `length` is counted as `posts.domain.content_limits` counts for this channel."""

    length: int
    pictures: int
    picture_bytes: int
    alt_text: int
    counted_in: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, ready to hand over."""

    path: Path
    alt: str
    content_type: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Everything a channel needs to publish one part. `reference` is our own number for the row."""

    text: str
    idempotency_key: str
    reference: int
    handle: str
    base_url: str
    secret: str = ""
    media: tuple[Picture, ...] = ()
    content_warning: str = ""
    visibility: str = "public"
    in_reply_to: str = ""
    quoted_handle: str = ""

    def __repr__(self) -> str:
        return f"<Outgoing {self.reference} to {self.handle}>"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The platform's name for what it took, and where people see it."""

    platform_id: str
    url: str


@dataclass(frozen=True, slots=True)
class Preview:
    """How long a text is on a channel, and whether the channel would take it."""

    channel: str
    label: str
    text: str
    length: int
    limit: int

    @property
    def remaining(self) -> int:
        return self.limit - self.length

    @property
    def fits(self) -> bool:
        return self.remaining >= 0


class Channel(Protocol):
    """A platform. `absence_is_proof` says that what `find` does not see was surely never taken."""

    slug: str
    label: str
    limits: Limits
    absence_is_proof: bool

    def send(self, outgoing: Outgoing) -> Receipt:
        """Publish it, once. Raises ChannelError; never takes longer than its time-outs."""

    def delete(self, outgoing: Outgoing, platform_id: str) -> None:
        """Take it down. What is no longer there counts as taken down. Raises ChannelError."""

    def find(self, outgoing: Outgoing, since: datetime, known: Collection[str] = ()) -> Receipt | None:
        """Read the platform for what we may have sent since then, leaving out the posts we `known`ly own already."""

    def preview(self, text: str, content_warning: str = "") -> Preview:
        """Show the text as the channel would."""
