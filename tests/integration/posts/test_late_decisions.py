"""A decision that comes after the time of a post follows what its author chose."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from accounts.models import SocialAccount, User
from posts.models import Post, Publication
from posts.services import publishing, review
from posts.services.problems import HeldByAStop
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock() -> Iterator[Any]:
    with time_machine.travel(datetime(2027, 1, 13, 9, tzinfo=UTC), tick=False) as moved:
        yield moved


@pytest.fixture
def due_at_ten(
    clock: Any, request: pytest.FixtureRequest, camden_officer: User, camden_noticeboard: SocialAccount
) -> Post:
    return factory.sent(
        camden_officer,
        camden_noticeboard,
        factory.RED,
        when="later",
        wall_clock="2027-01-13 10:00",
        late_choice=request.param,
    )


def approved_two_hours_late(post: Post, decider: User, clock: Any) -> Post:
    clock.shift(timedelta(hours=3))
    review.approve(factory.fresh(post), decider, factory.seen(post), timezone.now())
    clock.shift(review.UNDO)
    publishing.publish_due()
    return factory.fresh(post)


@pytest.mark.parametrize("due_at_ten", ["publish"], indirect=True)
def test_a_late_approval_publishes_where_the_author_chose_so(
    due_at_ten: Post, camden_communicator: User, clock: Any
) -> None:
    assert approved_two_hours_late(due_at_ten, camden_communicator, clock).status == "released"


@pytest.mark.parametrize("due_at_ten", ["expire"], indirect=True)
def test_a_late_approval_lets_it_expire_where_the_author_chose_so(
    due_at_ten: Post, camden_communicator: User, clock: Any
) -> None:
    assert approved_two_hours_late(due_at_ten, camden_communicator, clock).status == "expired"
    assert Publication.objects.get().sending_at is None


@pytest.mark.parametrize("due_at_ten", ["reschedule"], indirect=True)
def test_a_late_approval_is_refused_where_the_author_wants_to_set_a_new_time(
    due_at_ten: Post, camden_communicator: User, clock: Any
) -> None:
    with pytest.raises(HeldByAStop, match="chose to set a new one"):
        approved_two_hours_late(due_at_ten, camden_communicator, clock)
    assert factory.fresh(due_at_ten).status == "waiting"
