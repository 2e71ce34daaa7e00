"""When the rungs of a ladder fall due, and what a rung does as it falls due (rag-policy: "Escalation").

Minutes run from entering the queue, in elapsed time; which row counts, in or out of hours, is asked when the rung falls
due. A rung for the next working morning keeps the row that put it there: at 08:00 the office is open again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.domain.escalation import Ladder, Step, last_number, step_for

IN_HOURS, OUT_OF_HOURS, CHOSEN_WHEN_DUE = "in", "out", ""
PAUSABLE = frozenset({"amber-ask", "amber-tell"})
FURTHEST = 5


@dataclass(frozen=True, slots=True)
class Hours:
    """The working hours of one unit, as two questions about a moment."""

    in_hours: Callable[[datetime], bool]
    next_morning: Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class Rung:
    """One deadline. `row` is empty until the rung has been put off to a morning."""

    number: int
    due_at: datetime
    row: str = CHOSEN_WHEN_DUE


@dataclass(frozen=True, slots=True)
class Fall:
    """What a due rung does: `step` tells its audience, `later` is put off; with neither the row has no such rung."""

    step: Step | None = None
    later: Rung | None = None


def lay(ladder: Ladder, entered_at: datetime, hours: Hours) -> tuple[Rung, ...]:
    """Every rung of either row, with the time it falls due as far as that can be said on entering."""
    row = IN_HOURS if hours.in_hours(entered_at) else OUT_OF_HOURS
    return tuple(_first(ladder, number, entered_at, row, hours) for number in range(1, last_number(ladder) + 1))


def fall(ladder: Ladder, rung: Rung, entered_at: datetime, put_off: timedelta, now: datetime, hours: Hours) -> Fall:
    """What this rung does now that its time has come. `put_off` is how long questions have stopped the clock."""
    row = rung.row or (IN_HOURS if hours.in_hours(now) else OUT_OF_HOURS)
    step = step_in(ladder, rung.number, row)
    if step is None or rung.row:
        return Fall(step)
    later = _due(step, entered_at + put_off, now, row, hours)
    return Fall(later=later) if later.due_at > now else Fall(step)


def foresee(
    ladder: Ladder, rung: Rung, entered_at: datetime, put_off: timedelta, now: datetime, hours: Hours
) -> tuple[Step, datetime] | None:
    """Whom this rung will tell and when, as far as the clock alone can say; None where it will tell nobody."""
    for _ in range(FURTHEST):
        moment = max(rung.due_at, now)
        falls = fall(ladder, rung, entered_at, put_off, moment, hours)
        if falls.later is None:
            return (falls.step, moment) if falls.step else None
        rung = falls.later
    return None


def resume(rung: Rung, pause: timedelta, now: datetime, hours: Hours) -> Rung:
    """The rung after a pause: minutes are put off by its length; a morning that went by is now, or the next one."""
    if not rung.row:
        return Rung(rung.number, rung.due_at + pause)
    if rung.due_at > now:
        return rung
    return Rung(rung.number, now if hours.in_hours(now) else hours.next_morning(now), rung.row)


def step_in(ladder: Ladder, number: int, row: str) -> Step | None:
    """The rung with this number in the row of that name."""
    return step_for(ladder, number, row == IN_HOURS)


def is_silenced_by_a_claim(step: Step, claimed_until: datetime | None, now: datetime) -> bool:
    """Whether a claim in force keeps this rung quiet: only one that asks whether anybody has claimed the post."""
    return step.condition == "not-claimed" and claimed_until is not None and claimed_until > now


def is_pausable(ladder: str) -> bool:
    """Whether a question to the author stops the clock: on amber ladders, never on red or urgent ones."""
    return ladder in PAUSABLE


def _first(ladder: Ladder, number: int, entered_at: datetime, row: str, hours: Hours) -> Rung:
    other = OUT_OF_HOURS if row == IN_HOURS else IN_HOURS
    step = step_in(ladder, number, row) or step_in(ladder, number, other)
    if step is None:
        raise LookupError(f"ladder {ladder.slug} has no rung {number}")
    return _due(step, entered_at, entered_at, row, hours)


def _due(step: Step, entered_at: datetime, now: datetime, row: str, hours: Hours) -> Rung:
    if isinstance(step.after, timedelta):
        return Rung(step.number, entered_at + step.after)
    return Rung(step.number, hours.next_morning(now), row)
