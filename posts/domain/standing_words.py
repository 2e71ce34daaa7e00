"""What is said of a post to its author: who has it since when, and what happens if nobody moves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from posts.domain.channel_names import channel_name
from posts.domain.moments import at_or_on
from posts.domain.standing import NEEDS_ITS_AUTHOR, Delivery, Standing
from posts.domain.verdict_words import named

S = Standing
JUDGED_AGAIN = "It is judged once more at that moment. If the light gets worse, it waits and you are told."
CHECKING = "gave no clear answer. We do not send twice: the desk is checking and will tell you."


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of the post: a decision, a question, a withdrawal."""

    name: str
    at: datetime
    text: str = ""


@dataclass(frozen=True)
class Facts:
    """Everything the words are made of. Times are aware; `ladder` is "If nobody has decided by 14:22, …"."""

    standing: S
    now: datetime
    release: str = ""
    light: str = ""
    saved_at: datetime | None = None
    sent_at: datetime | None = None
    due_at: datetime | None = None
    ended_at: datetime | None = None
    claimed_by: str = ""
    decision: Said | None = None
    question: Said | None = None
    ladder: str = ""
    stopped_by: str = ""
    note: str = ""
    must_acknowledge: bool = False
    acknowledged_by: str = ""
    deliveries: tuple[Delivery, ...] = ()

    def when(self, at: datetime | None) -> str:
        """Return "at 14:06" or "on Wednesday 18 November at 11:20"; nothing without a moment."""
        return at_or_on(at, self.now) if at else ""

    @property
    def out(self) -> list[Delivery]:
        """What is, or was, on a platform."""
        return [one for one in self.deliveries if one.is_out]


def who_has_it(facts: Facts) -> str:
    """The bold sentence."""
    return NOW[facts.standing](facts).strip()


def what_next(facts: Facts) -> str:
    """The sentence under it."""
    return NEXT[facts.standing](facts).strip()


def light_note(facts: Facts) -> str:
    """The small words under the light."""
    if facts.standing in (S.PUBLISHED, S.GOING_OUT):
        return {"go": "straight out", "tell": "told", "ask": "approved"}.get(facts.release, "")
    if facts.standing in (S.WAITING, S.CLAIMED, S.ASKED) or (facts.standing is S.RETURNED):
        return "not published" if facts.light == "red" else "ask first"
    return str(facts.standing)


def steps(facts: Facts) -> list[dict[str, str]]:
    """The step line; none once the post has ended."""
    middle = {
        S.RETURNED: ["Returned", "Decided"],
        S.ASKED: ["Question", "Decided"],
        S.WAITING: ["Waiting", "Decided"],
        S.CLAIMED: ["Claimed", "Decided"],
        S.HELD: ["Held", "Judged again"],
        S.SCHEDULED: ["Scheduled"],
        S.GOING_OUT: ["Going out"],
    }.get(facts.standing)
    if middle is None:
        return []
    states = ["done", "now", *[""] * len(middle)]
    labels = ["Sent", *middle, "Published"]
    return [{"label": label, "state": state} for label, state in zip(labels, states, strict=True)]


def needs_its_author(standing: S) -> bool:
    """Whether the author must do something."""
    return standing in NEEDS_ITS_AUTHOR


def _decided(verb: str) -> Callable[[Facts], str]:
    def sentence(facts: Facts) -> str:
        if facts.decision is None:
            return f"{verb} {facts.when(facts.ended_at)}"
        return f"{verb} by {facts.decision.name} {facts.when(facts.decision.at)}"

    return sentence


def _quoted(facts: Facts) -> str:
    return f"“{facts.decision.text}”" if facts.decision and facts.decision.text else ""


def _asks(facts: Facts) -> str:
    return f"{facts.question.name} asks: “{facts.question.text}”" if facts.question else "You are asked something"


def _waits(facts: Facts) -> str:
    return f"Sent {facts.when(facts.sent_at).removeprefix('at ')}. {facts.ladder} You need do nothing."


def _published(facts: Facts) -> str:
    if facts.must_acknowledge and not facts.acknowledged_by:
        return "The communicator was told and has not acknowledged it yet. They can withdraw it."
    known = f"Acknowledged by {facts.acknowledged_by}. " if facts.acknowledged_by else ""
    return f"{known}On {_places(facts.out)}. Nothing more will happen."


def _part(facts: Facts) -> str:
    since = facts.when(facts.out[0].at) if facts.out else ""
    missing = [one for one in facts.deliveries if not one.is_out]
    begin = (
        f"On {_places(facts.out)} since {since.removeprefix('at ').removeprefix('on ')}; not" if facts.out else "Not"
    )
    return f"{begin} on {_places(missing)}"


def _trouble(facts: Facts) -> str:
    doubtful = [one for one in facts.deliveries if one.status == "unknown"]
    if doubtful:
        return f"{_places(doubtful)} {CHECKING}"
    return " ".join(dict.fromkeys(one.error for one in facts.deliveries if one.error))


def _places(deliveries: list[Delivery]) -> str:
    return named(dict.fromkeys(channel_name(one.channel) for one in deliveries), most=3)


def _goes_out(facts: Facts) -> str:
    return f"Goes out {facts.when(facts.due_at)}"


NOW: dict[S, Callable[[Facts], str]] = {
    S.DRAFT: lambda facts: "Not sent yet",
    S.RETURNED: _decided("Returned"),
    S.ASKED: _asks,
    S.WAITING: lambda facts: "Waits for somebody to decide",
    S.CLAIMED: lambda facts: f"With {facts.claimed_by}",
    S.HELD: lambda facts: f"Held since {facts.when(facts.sent_at).removeprefix('at ').removeprefix('on ')}",
    S.SCHEDULED: _goes_out,
    S.GOING_OUT: lambda facts: "Going out now",
    S.PUBLISHED: lambda facts: f"Published {facts.when(facts.out[0].at if facts.out else facts.ended_at)}",
    S.PART_PUBLISHED: _part,
    S.IN_DOUBT: _part,
    S.REFUSED: lambda facts: f"Not on {_places(list(facts.deliveries))}" if facts.deliveries else "Not sent",
    S.WITHDRAWN: _decided("Withdrawn"),
    S.REJECTED: _decided("Rejected"),
    S.EXPIRED: lambda facts: f"Expired {facts.when(facts.ended_at)}",
    S.ABANDONED: lambda facts: f"Given up {facts.when(facts.ended_at)}",
}
NEXT: dict[S, Callable[[Facts], str]] = {
    S.DRAFT: lambda facts: f"Saved {facts.when(facts.saved_at)}. Nobody but your SPOC and communicator sees it.",
    S.RETURNED: lambda facts: f"{_quoted(facts)} Change it and send it again; the light is worked out afresh.",
    S.ASKED: lambda facts: f"Asked {facts.when(facts.question.at) if facts.question else ''}. {facts.ladder}",
    S.WAITING: _waits,
    S.CLAIMED: _waits,
    S.HELD: lambda facts: f"{facts.stopped_by}. It is judged again when that ends. Nobody can release it before.",
    S.SCHEDULED: lambda facts: JUDGED_AGAIN,
    S.GOING_OUT: lambda facts: "It is judged once more as it goes out.",
    S.PUBLISHED: _published,
    S.PART_PUBLISHED: _trouble,
    S.IN_DOUBT: _trouble,
    S.REFUSED: _trouble,
    S.WITHDRAWN: _quoted,
    S.REJECTED: _quoted,
    S.EXPIRED: lambda facts: facts.note,
    S.ABANDONED: lambda facts: "",
}
