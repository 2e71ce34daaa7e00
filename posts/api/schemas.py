"""What goes in and out of the API, field by field."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from posts.domain.draft_content import AUTHORITIES

NO_NUL = r"^[^\x00]*$"
Text = Annotated[str, StringConstraints(max_length=10_000, pattern=NO_NUL)]
Line = Annotated[str, StringConstraints(max_length=300, pattern=NO_NUL)]
Slug = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z0-9-]+$")]
Key = Annotated[int, Field(ge=1, le=2**63 - 1)]
Authority = Literal[tuple(AUTHORITIES)]


class Closed(Schema):
    """A body that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid")


class PictureIn(Closed):
    """A picture uploaded before, with its words and whose leave it has."""

    media: Key
    alt: Text = ""
    authority: Authority = "own"
    note: Text = ""


class PostIn(Closed):
    """What an officer states about a post. `wall_clock` is London time, "2026-11-21 08:00"."""

    text: Text
    accounts: Annotated[list[Key], Field(max_length=20)] = []
    variants: dict[Slug, Text] = {}
    pictures: Annotated[list[PictureIn], Field(max_length=4)] = []
    content_warning: Line = ""
    in_reply_to: Line = ""
    declared_topics: Annotated[list[Slug], Field(max_length=30)] = []
    public_domain: bool | None = None
    evidence: Text = ""
    answers: dict[Slug, Text] = {}
    sentenced_on: date | None = None
    when: Literal["now", "later"] = "now"
    wall_clock: Annotated[str, StringConstraints(max_length=16, pattern=NO_NUL)] = ""
    late_choice: Literal["publish", "reschedule", "expire"] = "publish"
    threat_to_life: bool = False
    note: Text = ""


class NewPost(PostIn):
    """A new post; with `submit` it is sent in the same request."""

    submit: bool = False


class SavedPost(PostIn):
    """Changes to a draft, made from the version that was read."""

    version: Annotated[int, Field(ge=1, le=2**31 - 1)]


class VersionIn(Closed):
    """The version of the draft that is meant."""

    version: Annotated[int, Field(ge=1, le=2**31 - 1)]


class DecisionIn(Closed):
    """A decision on exactly what was read: the digest of the revision and the id of the verdict."""

    decision_digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    assessment: Key
    reasons: Annotated[list[Line], Field(max_length=20)] = []
    note: Text = ""


class NoteIn(Closed):
    """A reason in words."""

    note: Text = ""


class FindingOut(Schema):
    """One reason for a light; the span counts code points of the part's text, end exclusive."""

    kind: str
    slug: str
    rag: str
    release: str
    start: int | None
    end: int | None
    part: int = 0
    clause: str
    reason: str
    advice: str = ""


class VerdictOut(Schema):
    """What the policy says."""

    id: int | None = None
    rag: str
    release: str
    topics_rag: str
    topics: list[str]
    checks: list[str]
    findings: list[FindingOut]
    edition: str
    classifier: str
    text_digest: str
    made_at: datetime | None = None


class PostOut(Schema):
    """Where a post stands."""

    id: int
    status: str
    unit: str
    author: str
    text: str
    light: str
    release: str
    version: int
    revision: int | None
    decision_digest: str
    assessment: int | None
    submitted_at: datetime | None
    queued_at: datetime | None
    claimed_by: str | None
    must_acknowledge: bool
    acknowledged_by: str | None


class DeliveryOut(Schema):
    """What became of one part on one account."""

    account: str
    channel: str
    operation: str
    status: str
    due_at: datetime
    settled_at: datetime | None
    url: str
    error: str


class DeskOut(Schema):
    """The desk of the person who asks."""

    decide: list[PostOut]
    acknowledge: list[PostOut]
    held: list[PostOut]


class AccountOut(Schema):
    """An account one may post from."""

    id: int
    name: str
    channel: str
    handle: str
    unit: str


class PageOut(Schema):
    """A page of posts; `older` is the id to ask from for the next, or nothing."""

    posts: list[PostOut]
    older: int | None


class Problem(Schema):
    """Why not, in words; `errors` by field where fields are at fault."""

    detail: Any
    errors: dict[str, list[str]] = {}
