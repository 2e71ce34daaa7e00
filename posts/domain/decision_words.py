"""What the decision page says: who was first, why this person cannot decide, what a claim lasts, what holds a post."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from governance.domain.edition import Edition
from governance.domain.rag import Assessment, Release
from posts.domain import ladder_words
from posts.domain.desk_words import decided_by, lower, time_left
from posts.domain.moments import at_or_on
from posts.domain.workflow import PostAction as A

SAID_OF_THE_AUTHOR = {
    "already public, you say": "already public, the author says",
    "as you declared": "as the author declared",
    "You are new here": "The author is new here",
}
NOTHING_SENT = "Nothing you did was sent."
DONE = {
    A.APPROVE: "approved",
    A.RETURN: "returned",
    A.REJECT: "rejected",
    A.UNDO: "the approval taken back",
    A.BYPASS: "sent past approval for threat to life",
}
TAKEN_BACK = {A.REOPEN: "took this back", A.ABANDON: "gave this up"}
SENT = frozenset({A.SUBMIT_ASK, A.SUBMIT_CLEAR, A.SUBMIT_HOLD})
BY_ITSELF = {
    A.HOLD: "A stop has held this since {}.",
    A.ASK_AGAIN: "It was judged again {} and is back on the desk. Read it again, then decide.",
    A.RELEASE: "It went out {}.",
    A.EXPIRE: "It expired {}.",
}


@dataclass(frozen=True, slots=True)
class Happened:
    """The last thing that happened to a post: who did what when; no `who` means the portal."""

    action: str
    who: str
    at: datetime
    revision: int = 0


def who_was_first(last: Happened, now: datetime) -> str:
    """Why what this person just did could not be done any more."""
    when = at_or_on(last.at, now)
    if last.action in DONE:
        before = "" if last.who == "You" else ", before you"
        return f"{last.who or 'The portal'} decided this {when}{before}: {DONE[A(last.action)]}. {NOTHING_SENT}"
    if last.action in TAKEN_BACK:
        return f"{last.who} {TAKEN_BACK[A(last.action)]} {when}. {NOTHING_SENT}"
    if last.action in SENT:
        return f"{last.who} sent revision {last.revision} {when}. Read it again, then decide. {NOTHING_SENT}"
    since = ladder_words.moment(last.at, now) if last.action == A.HOLD else when
    return f"{BY_ITSELF[A(last.action)].format(since)} {NOTHING_SENT}"


def acknowledged_before(who: str, at: datetime, now: datetime) -> str:
    """Somebody took note of it first."""
    return (
        f"{who} acknowledged this {at_or_on(at, now)}{'' if who == 'You' else ', before you'}. Nothing more is needed."
    )


def claim_gone(name: str, until: datetime | None, now: datetime) -> str:
    """Why a claim was not given or given back."""
    if name and until and until > now:
        return f"{name} has claimed this until {ladder_words.moment(until, now)}."
    return "Your claim on this had ended already."


def judged_meanwhile(at: datetime, now: datetime) -> str:
    """What is said where the post stands as it did, but its verdict is a new one."""
    return f"Its light was worked out again {at_or_on(at, now)}. Read it again, then decide. {NOTHING_SENT}"


def why_not(
    *, wrote_it: bool, changed_it: bool, suspended: bool, edition: Edition, light: str, topics: Collection[str]
) -> str:
    """Why this person cannot decide, in words that say who can."""
    if suspended:
        return "You cannot decide this because you are suspended."
    if wrote_it:
        return "You cannot decide this because you wrote it. Somebody else has to read it."
    if changed_it:
        return "You cannot decide this because you changed it: whoever makes a revision leaves the decision to another."
    who = decided_by(edition, light, topics)
    narrowed = [
        edition.topics[slug].name for slug in topics if slug in edition.topics and edition.topics[slug].decided_by
    ]
    about = f"a post on {lower(narrowed[0])}" if narrowed else f"a {light} post of this unit"
    return f"You cannot decide this because {about} is decided by {who}."


def claim_line(name: str, until: datetime | None, is_mine: bool, now: datetime) -> str:
    """Who has it until when; empty where nobody has."""
    if not name or until is None or until <= now:
        return ""
    return f"Claimed by {'you' if is_mine else name}, {time_left(until, now)}."


def to_the_desk(words: str) -> str:
    """A reason written to the author, as it is said to whoever decides."""
    for to_author, of_author in SAID_OF_THE_AUTHOR.items():
        words = words.replace(to_author, of_author)
    return words


def what_holds(verdict: Assessment | None) -> list[str]:
    """The stops in force, in words."""
    return [f"{one.reason}." for one in verdict.findings if one.release is Release.STOP] if verdict else []


def goes_out(earliest_at: datetime | None, now: datetime) -> str:
    """When the author wants it out."""
    if earliest_at is None or earliest_at <= now:
        return "To go out as soon as it may."
    return f"To go out {at_or_on(earliest_at, now)}."
