"""Escalation ladders: who hears of a waiting post, after how long, in and out of hours."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from governance.domain.rag import Rag, Release

NEXT_WORKING_MORNING = "next-working-morning"
CONDITIONS = ("at-once", "not-claimed", "not-decided", "and-then")
AUDIENCES = (
    "communicator-on-duty",
    "communicator",
    "spoc",
    "borough-support",
    "social-media-team",
    "press-bureau",
    "head-of-dmc-on-call",
)
REQUIRED_LADDERS = ("red", "amber-ask", "amber-tell", "urgent")


@dataclass(frozen=True, slots=True)
class Step:
    """One rung. ``after`` is elapsed time in the queue, or the rule ``next-working-morning``.

    A claim silences a ``not-claimed`` step only. An ``information`` step asks for nothing.
    """

    number: int
    after: timedelta | str
    audience: tuple[str, ...]
    condition: str
    information: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs in working hours and outside them; a rung picks its row when it falls due."""

    slug: str
    in_hours: tuple[Step, ...]
    out_of_hours: tuple[Step, ...]

    def rows(self, in_hours: bool) -> tuple[Step, ...]:
        return self.in_hours if in_hours else self.out_of_hours


class HasLadders(Protocol):
    """The part of an edition that escalation needs."""

    @property
    def ladders(self) -> Mapping[str, Ladder]: ...

    def ladder_of_topic(self, slug: str) -> str: ...


def ladder_for(
    edition: HasLadders,
    rag: Rag,
    release: Release,
    topics: Collection[str],
    threat_to_life: bool,
) -> Ladder:
    """The ladder a post climbs while it waits for a decision or an acknowledgement."""
    if threat_to_life or any(edition.ladder_of_topic(slug) == "urgent" for slug in topics):
        return edition.ladders["urgent"]
    if rag is Rag.RED:
        return edition.ladders["red"]
    return edition.ladders["amber-tell" if release is Release.TELL else "amber-ask"]


def step_for(ladder: Ladder, number: int, in_hours: bool) -> Step | None:
    """The rung with this number in this row, or None when the row is shorter."""
    return next((step for step in ladder.rows(in_hours) if step.number == number), None)


def last_number(ladder: Ladder) -> int:
    """The highest rung of either row."""
    return max(step.number for step in (*ladder.in_hours, *ladder.out_of_hours))


def step_due_at(
    ladder: Ladder,
    number: int,
    entered_at: datetime,
    in_hours: bool,
    next_morning: datetime,
) -> datetime | None:
    """When the rung falls due in this row; None when the row has no such rung."""
    step = step_for(ladder, number, in_hours)
    if step is None:
        return None
    return entered_at + step.after if isinstance(step.after, timedelta) else next_morning


def hastened(ladder: Ladder, slug: str, divisor: int) -> Ladder:
    """The same ladder with every waiting time divided, for threat to life."""

    def faster(step: Step) -> Step:
        after = step.after / divisor if isinstance(step.after, timedelta) else step.after
        return Step(step.number, after, step.audience, step.condition, step.information)

    return Ladder(
        slug,
        tuple(faster(step) for step in ladder.in_hours),
        tuple(faster(step) for step in ladder.out_of_hours),
    )
