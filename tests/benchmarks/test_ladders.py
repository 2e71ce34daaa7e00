"""How long the sweep takes: ten thousand overdue steps with four sweepers, a hundred thousand posts and nothing due."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection

from accounts.models import Notice, User
from posts.models import LadderStep, Post
from posts.selectors.waiting import ladder_views
from posts.services import escalation
from tests.factories.places import unit
from tests.factories.waiting import many_waiting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.bench]
AT_TWO = datetime(2026, 11, 20, 14, tzinfo=UTC)
TEN_PAST = AT_TWO + timedelta(minutes=10)
OVERDUE, WAITING, SWEEPERS = 10_000, 100_000, 4
SWEPT_WITHIN, PROBED_WITHIN = 30.0, 1.0


@pytest.fixture(autouse=True)
def appointed_in_september() -> Iterator[None]:
    """Everybody's appointment is older than any of these posts; the clock runs on, so that it can measure."""
    with time_machine.travel(datetime(2026, 9, 1, 9, tzinfo=UTC), tick=True):
        yield


@pytest.fixture
def say(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Put a line of figures on the terminal, whatever is captured."""
    return request.config.get_terminal_writer().line


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def four_sweepers() -> None:
    """As Celery's worker does it: each sweeper a process of its own, forked, with its own connection."""
    connection.close()
    sweepers = [multiprocessing.get_context("fork").Process(target=sweep) for _ in range(SWEEPERS)]
    for sweeper in sweepers:
        sweeper.start()
    for sweeper in sweepers:
        sweeper.join()
    assert [sweeper.exitcode for sweeper in sweepers] == [0] * SWEEPERS


def sweep() -> None:
    escalation.climb(TEN_PAST)
    connection.close()


def test_ten_thousand_overdue_steps_are_told_once_within_thirty_seconds(
    camden_officer: User,
    camden_spoc: User,
    camden_communicator: User,
    hackney_communicator: User,
    say: Callable[[str], None],
):
    many_waiting(camden_officer, [unit("camden"), unit("hackney")], OVERDUE, AT_TWO, due_at=TEN_PAST)
    took = seconds(four_sweepers)
    say(f"\n{OVERDUE} overdue steps, {SWEEPERS} sweepers: {took:.1f} s")
    assert LadderStep.objects.filter(state="done").count() == OVERDUE
    assert Notice.objects.count() == OVERDUE * 3 // 2
    assert took < SWEPT_WITHIN


def test_with_a_hundred_thousand_posts_waiting_and_nothing_due_the_sweep_is_one_probe(
    camden_officer: User, say: Callable[[str], None]
):
    many_waiting(camden_officer, [unit("camden")], WAITING, AT_TWO, due_at=TEN_PAST + timedelta(minutes=1))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    took = seconds(lambda: escalation.climb(TEN_PAST))
    say(f"\n{WAITING} posts waiting, nothing due: {took * 1000:.1f} ms")
    assert took < PROBED_WITHIN
    posts = list(Post.objects.select_related("unit")[:50])
    ladder_views(posts, TEN_PAST)
    say(f"fifty ladders to show: {seconds(lambda: ladder_views(posts, TEN_PAST)) * 1000:.1f} ms")
