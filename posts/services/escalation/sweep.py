"""The sweep: finds the rungs whose time has come, and climbs.

A batch locks the posts of its rungs, so two sweepers never hold rungs of the same post, and a decision either comes
first and is seen, or waits for the batch. PostgreSQL skips what others hold; SQLite has one writer at a time.
"""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Prefetch, QuerySet

from posts.domain.deadlines import is_pausable
from posts.models import Assessment, LadderStep
from posts.selectors.waiting import still_waits
from posts.services.escalation.pausing import park
from posts.services.escalation.stepping import CANCELLED, WAITING, step


def climb(now: datetime, limit: int = 200) -> int:
    """Climb every rung that is due, in batches of at most `limit` until none is left; return how many were settled.

    Safe to run any number of times at once: each rung is settled exactly once. With nothing due it is one index probe.
    """
    settled = 0
    while _due(now).exists():
        batch = _climb_a_batch(now, limit)
        settled += batch
        if not batch:
            break
    return settled


@transaction.atomic(durable=True)
def _climb_a_batch(now: datetime, limit: int) -> int:
    held = list(_locked(_due(now))[:limit])
    gone = [rung for rung in held if not still_waits(rung.post)]
    asked = [rung for rung in held if rung not in gone and rung.post.question_since and is_pausable(rung.ladder)]
    _cancel(gone, now)
    park([rung.post for rung in asked])
    step([rung for rung in held if rung not in gone and rung not in asked], now)
    return len(held)


def _due(now: datetime) -> QuerySet[LadderStep]:
    return LadderStep.objects.filter(state=WAITING, due_at__lte=now).order_by("due_at", "pk")


def _locked(rungs: QuerySet[LadderStep]) -> QuerySet[LadderStep]:
    topics = Prefetch("post__assessment", Assessment.objects.only("topics"))
    found = rungs.select_related("post").prefetch_related("post__unit", "post__author", "post__claimed_by", topics)
    if connection.features.has_select_for_update_skip_locked:
        return found.select_for_update(skip_locked=True, no_key=True, of=("self", "post"))
    return found


def _cancel(rungs: list[LadderStep], now: datetime) -> int:
    waiting = LadderStep.objects.filter(pk__in=[rung.pk for rung in rungs], state=WAITING)
    return waiting.update(state=CANCELLED, settled_at=now)
