"""A ladder as a page shows it: one line of words, one bar with a tick at each step."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from posts.domain import ladder_words

RAN_OUT = "Everybody on the ladder has been told"
NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Line:
    """One step in words: "10 min", "Borough Support is told"."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """A step still to come: when, and whom it tells as far as the clock can say."""

    number: int
    at: datetime
    audience: tuple[str, ...]
    has_communicator: bool = True

    @property
    def people(self) -> str:
        return ladder_words.who(self.audience, self.has_communicator)

    def line(self, entered_at: datetime, now: datetime) -> Line:
        verb = "are" if len(self.audience) > 1 or self.people.startswith("All ") else "is"
        return Line(ladder_words.after(self.at - entered_at, self.at, now), f"{self.people} {verb} told")


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in a queue. `behind` are the steps passed, `stopped_at` is when the author was asked."""

    entered_at: datetime
    put_off: timedelta
    stopped_at: datetime | None
    is_out: bool
    behind: tuple[tuple[int, datetime], ...]
    ahead: tuple[Ahead, ...]


@dataclass(frozen=True, slots=True)
class LadderView:
    """What `components/_waiting.html` and `_ladder.html` take. Lengths leave out the time the clock stood still."""

    label: str
    note: str
    paused: str
    elapsed: timedelta
    whole: timedelta
    ticks: tuple[timedelta, ...]
    next_who: str
    next_at: datetime | None
    if_nobody: str
    lines: tuple[Line, ...]
    has_run_out: bool

    @property
    def share(self) -> float:
        """How much of the whole ladder has gone by, from 0 to 1."""
        return min(max(self.elapsed / self.whole, 0.0), 1.0) if self.whole else 1.0

    @property
    def shares(self) -> tuple[float, ...]:
        """Where on the bar each step stands, from 0 to 1."""
        return tuple(tick / self.whole for tick in self.ticks) if self.whole else ()


def view_of(stay: Stay, now: datetime) -> LadderView:
    """The ladder of this stay as it looks at `now`."""
    began = stay.entered_at + stay.put_off
    elapsed = max((stay.stopped_at or now) - began, NOTHING)
    places = [moment - began for moment in (*(at for _, at in stay.behind), *(one.at for one in stay.ahead))]
    whole = max([*places, NOTHING])
    following = stay.ahead[0] if stay.ahead else None
    return LadderView(
        label=_label(stay, elapsed),
        note=_note(stay, now),
        paused=f"{ladder_words.waited(elapsed)} so far" if stay.stopped_at else "",
        elapsed=elapsed,
        whole=whole,
        ticks=tuple(sorted({place for place in places if NOTHING < place < whole})),
        next_who=following.people if following else "",
        next_at=following.at if following else None,
        if_nobody=_if_nobody(stay, now),
        lines=tuple(one.line(began, now) for one in stay.ahead),
        has_run_out=following is None,
    )


def _label(stay: Stay, elapsed: timedelta) -> str:
    if stay.stopped_at is not None:
        return "Clock paused"
    return f"{'Out for' if stay.is_out else 'Waiting'} {ladder_words.waited(elapsed)}"


def _note(stay: Stay, now: datetime) -> str:
    if stay.stopped_at is not None:
        return f"Waits for the author’s answer since {ladder_words.moment(stay.stopped_at, now)}"
    if not stay.ahead:
        return RAN_OUT
    return ladder_words.told_in(stay.ahead[0].people, stay.ahead[0].at, now)


def _if_nobody(stay: Stay, now: datetime) -> str:
    if stay.stopped_at is not None:
        return "The clock is paused until you answer."
    if not stay.ahead:
        return f"{RAN_OUT}."
    following = stay.ahead[0]
    done = "acknowledged it" if stay.is_out else "decided"
    told = following.line(stay.entered_at, now).what.replace("All ", "all ", 1)
    return f"If nobody has {done} by {ladder_words.moment(following.at, now)}, {told}."
