"""What due rungs do, many at once: tell their audience, stay silent, or wait for the next morning."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from django.db.models import Case, JSONField, Value, When
from django.db.models.functions import Cast

from accounts.services import notices
from governance import audit
from governance.domain.edition import Edition
from governance.domain.escalation import Ladder, Step
from governance.selectors import edition_in_force
from posts.domain.deadlines import Fall, Hours, Rung, fall, foresee, is_silenced_by_a_claim
from posts.models import LadderStep
from posts.selectors.working_hours import working_hours
from posts.services.escalation.hearers import Hearers
from posts.services.escalation.wording import words

WAITING, PAUSED, DONE, SILENCED, CANCELLED = "waiting", "paused", "done", "silenced", "cancelled"
OPEN = (WAITING, PAUSED)


def step(rungs: Sequence[LadderStep], now: datetime) -> int:
    """Settle these due rungs, whose posts the caller holds; return how many audiences were told.

    Inside the caller's transaction. The number of queries does not grow with the number of rungs.
    """
    if not rungs:
        return 0
    climbing = _Climb(rungs, now)
    for rung in rungs:
        climbing.settle(rung)
    return climbing.write()


class _Climb:
    """One batch: what is read once for all of it, and what it will write."""

    def __init__(self, rungs: Sequence[LadderStep], now: datetime) -> None:
        self.now = now
        self.edition: Edition = edition_in_force(now).edition
        self.hours: dict[int, Hours] = working_hours({rung.post.unit for rung in rungs})
        self.hearers = Hearers([rung.post for rung in rungs], now)
        self.open = _open_rungs(rungs)
        self.later: list[LadderStep] = []
        self.silenced: list[LadderStep] = []
        self.told: list[LadderStep] = []
        self.tellings: list[notices.Telling] = []
        self.events: list[audit.Entry] = []

    def settle(self, rung: LadderStep) -> None:
        falls = self._fall(rung)
        if falls.later is not None:
            rung.due_at, rung.row = falls.later.due_at, falls.later.row
            self.later.append(rung)
            return
        self.open[rung.post_id].pop(rung.pk, None)
        if falls.step is None or is_silenced_by_a_claim(falls.step, rung.post.claimed_until, self.now):
            self._silence(rung, "claimed" if falls.step else "no such step out of hours")
        else:
            self._tell(rung, falls.step)
        if not self.open[rung.post_id]:
            self._note("ladder.ran-out", rung, {})

    def write(self) -> int:
        """Write it all: a state counts only where the rung still waits."""
        _swap(self.told, DONE, self.now, told=_told(self.told))
        _swap(self.silenced, SILENCED, self.now)
        LadderStep.objects.bulk_update(self.later, ["due_at", "row"])
        notices.tell_each(self.tellings)
        audit.record_each(self.events)
        return len(self.told)

    def _ladder(self, rung: LadderStep) -> Ladder:
        return self.edition.ladders.get(rung.ladder) or self.edition.ladders["red"]

    def _fall(self, rung: LadderStep) -> Fall:
        hours, place = self.hours[rung.post.unit_id], Rung(rung.number, rung.due_at, rung.row)
        return fall(self._ladder(rung), place, rung.queued_at, rung.put_off, self.now, hours)

    def _tell(self, rung: LadderStep, this: Step) -> None:
        people = self.hearers.of(rung.post, this.audience)
        rung.told = [person.pk for person in people]
        subject, body = words(rung, this, self._next(rung), self.edition, self.now)
        self.tellings.append(
            notices.Telling(people, key_of(rung), "ladder", subject, body, f"/posts/{rung.post_id}/", rung.post.light)
        )
        self.told.append(rung)
        self._note("ladder.stepped", rung, {"audience": list(this.audience), "told": rung.told})

    def _silence(self, rung: LadderStep, reason: str) -> None:
        self.silenced.append(rung)
        self._note("ladder.silenced", rung, {"reason": reason})

    def _next(self, rung: LadderStep) -> tuple[Step, datetime] | None:
        """The next step that will tell anybody."""
        hours = self.hours[rung.post.unit_id]
        foreseen = (self._foresee(after, hours) for after in self.open[rung.post_id].values())
        return min(filter(None, foreseen), key=lambda found: (found[1], found[0].number), default=None)

    def _foresee(self, rung: LadderStep, hours: Hours) -> tuple[Step, datetime] | None:
        place = Rung(rung.number, rung.due_at, rung.row)
        return foresee(self._ladder(rung), place, rung.queued_at, rung.put_off, self.now, hours)

    def _note(self, action: str, rung: LadderStep, more: dict[str, audit.JSON]) -> None:
        said = {"ladder": rung.ladder, "step": rung.number, "queued_at": rung.queued_at.isoformat(), **more}
        self.events.append(audit.Entry(action, rung.post, rung.post.unit.slug, said))


def key_of(rung: LadderStep) -> str:
    """The name of this telling: nobody is told the same rung of the same stay twice."""
    return f"ladder:{rung.post_id}:{rung.queued_at.astimezone(UTC).isoformat()}:{rung.number}"


def _open_rungs(rungs: Sequence[LadderStep]) -> dict[int, dict[int, LadderStep]]:
    found: dict[int, dict[int, LadderStep]] = defaultdict(dict)
    for rung in LadderStep.objects.filter(post__in={rung.post_id for rung in rungs}, state__in=OPEN):
        found[rung.post_id][rung.pk] = rung
    return found


def _swap(rungs: Sequence[LadderStep], state: str, now: datetime, **columns: object) -> None:
    waiting = LadderStep.objects.filter(pk__in=[rung.pk for rung in rungs], state=WAITING)
    if rungs and waiting.update(state=state, settled_at=now, **columns) != len(rungs):
        raise RuntimeError("A rung was settled by somebody who did not hold its post.")


def _told(rungs: Sequence[LadderStep]) -> Cast:
    """One expression for all: rungs that told the same people share a branch."""
    together: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for rung in rungs:
        together[tuple(rung.told)].append(rung.pk)
    branches = (When(pk__in=pks, then=Value(list(told), JSONField())) for told, pks in together.items())
    return Cast(Case(*branches, output_field=JSONField()), JSONField())
