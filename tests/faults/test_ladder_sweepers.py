"""Many sweepers at once, and sweepers against decisions: each step exactly once, whoever comes first."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
import time_machine
from django.db import connection, transaction

from accounts.models import Notice, NoticeDelivery, User
from governance.models import AuditEvent
from posts.models import LadderStep, Post
from posts.services import escalation
from tests.factories.places import unit
from tests.factories.waiting import many_waiting, waiting_post

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.smoke]
AT_TWO = datetime(2026, 11, 20, 14, tzinfo=UTC)
TEN_PAST = AT_TWO + timedelta(minutes=10)
SWEEPERS = 4


@pytest.fixture(autouse=True)
def appointed_in_september() -> Iterator[None]:
    """Everybody's appointment is older than any of these posts."""
    with time_machine.travel(datetime(2026, 9, 1, 9, tzinfo=UTC), tick=False):
        yield


def at_once(*work: Callable[[], object]) -> list[object]:
    """Begin all of it at the same moment, each on a connection of its own."""
    start = Barrier(len(work))

    def one(do: Callable[[], object]) -> object:
        try:
            start.wait()
            return do()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(work)) as pool:
        return [future.result(60) for future in [pool.submit(one, do) for do in work]]


def sweep() -> int:
    return escalation.climb(TEN_PAST, limit=50)


def test_four_sweepers_tell_each_step_exactly_once(
    camden_officer: User, camden_spoc: User, camden_communicator: User, hackney_communicator: User
):
    many_waiting(camden_officer, [unit("camden"), unit("hackney")], 600, AT_TWO, due_at=TEN_PAST)
    settled = at_once(*[sweep] * SWEEPERS)
    assert sum(map(int, settled)) == 600
    assert set(LadderStep.objects.values_list("state", flat=True)) == {"done"}
    assert Notice.objects.count() == 300 * 2 + 300
    assert NoticeDelivery.objects.filter(means="email").count() == 900
    events = Counter(AuditEvent.objects.filter(action__startswith="ladder").values_list("action", "object_id"))
    assert set(events.values()) == {1}
    assert len(events) == 2 * 600


def test_the_last_rungs_of_a_ladder_record_once_that_it_ran_out(camden_officer: User, camden_communicator: User):
    for _ in range(20):
        waiting_post(camden_officer, unit("camden"), AT_TWO)
    late = AT_TWO + timedelta(hours=1)
    at_once(*[lambda: escalation.climb(late, limit=7)] * SWEEPERS)
    assert AuditEvent.objects.filter(action="ladder.ran-out").count() == 20


def test_a_decision_and_the_sweep_at_the_same_moment_both_end_well(camden_officer: User, camden_communicator: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO)

    def decide() -> None:
        with transaction.atomic(durable=True):
            Post.objects.filter(pk=post.pk, status="waiting").update(status="rejected", ended_at=TEN_PAST)
            escalation.leave_queue(post, TEN_PAST)

    at_once(decide, sweep, sweep)
    assert not LadderStep.objects.filter(state="waiting").exists()
    second = LadderStep.objects.get(post=post, number=2)
    assert (second.state == "done") == Notice.objects.filter(key__endswith=":2").exists()
