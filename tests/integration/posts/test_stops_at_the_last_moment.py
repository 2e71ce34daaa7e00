"""No send begins after a stop has committed, however late the stop comes and whatever the worker had read before."""

import pytest
from django.utils import timezone

from accounts.models import SocialAccount, User
from accounts.services.account_case import AccountCase
from accounts.services.operators import add_operator, remove_operator
from accounts.services.people import change_level, suspend_person
from accounts.services.register import change_account
from governance.models import AuditEvent
from governance.services import incidents
from posts.models import Post, Publication
from posts.services import judging, publishing, rejudging
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def cleared(camden_officer: User, camden_noticeboard: SocialAccount) -> Post:
    return factory.sent(camden_officer, camden_noticeboard)


def claimed() -> Publication:
    """A row that a worker has claimed and read, with its post and author."""
    (row,) = publishing.claim(1, timezone.now())
    return row


def test_nothing_leaves_for_an_author_suspended_after_the_row_was_claimed(cleared: Post, camden_officer: User) -> None:
    row = claimed()
    suspend_person(camden_officer, actor=None, reason="Breach")
    publishing.work_on(row, timezone.now())
    assert Publication.objects.get().sending_at is None
    assert factory.fresh(cleared).status == "held"


def test_a_level_lowered_after_the_row_was_claimed_asks_first(cleared: Post, camden_officer: User) -> None:
    row = claimed()
    change_level(camden_officer, level="probation", actor=None)
    publishing.work_on(row, timezone.now())
    assert Publication.objects.get().sending_at is None
    assert factory.fresh(cleared).status == "waiting"


def test_an_incident_declared_after_the_row_was_claimed_holds_it_whatever_the_clock_of_the_worker(
    cleared: Post, press_bureau: User
) -> None:
    row, before = claimed(), timezone.now()
    incidents.declare(incidents.Scope(level="major", title="Canal"), actor=press_bureau)
    publishing.work_on(row, before)
    assert Publication.objects.get().sending_at is None
    assert factory.fresh(cleared).status == "held"


def test_a_floor_raised_while_a_post_is_judged_sends_nothing(
    cleared: Post, camden_noticeboard: SocialAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The accounts are read, then the floor is raised and committed, then the judging goes on."""
    row, judge = claimed(), judging.judge

    def judged_after_the_floor_was_raised(*args: object, **stated: object) -> object:
        monkeypatch.setattr(judging, "judge", judge)
        case = AccountCase(**{**AccountCase.of(camden_noticeboard).columns(), "floor": "red"})
        change_account(camden_noticeboard, case, actor=None)
        return judge(*args, **stated)

    monkeypatch.setattr(judging, "judge", judged_after_the_floor_was_raised)
    publishing.work_on(row, timezone.now())
    assert Publication.objects.get().sending_at is None


def test_leave_to_post_given_back_ends_the_hold(
    cleared: Post, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    remove_operator(camden_noticeboard.operators.get(), actor=None)
    rejudging.judge_again(timezone.now())
    assert factory.fresh(cleared).status == "held"
    add_operator(camden_noticeboard, camden_officer, actor=None)
    rejudging.judge_again(timezone.now())
    assert factory.fresh(cleared).status == "waiting"


def test_a_row_that_is_stopped_leaves_an_event(cleared: Post, camden_officer: User) -> None:
    """One account of two went out already, so the post stays as it is and only the row is stopped."""
    Post.objects.filter(pk=cleared.pk).update(status="released")
    row = claimed()
    suspend_person(camden_officer, actor=None, reason="Breach")
    publishing.work_on(row, timezone.now())
    assert Publication.objects.get().status == "stopped"
    assert AuditEvent.objects.filter(action="publication.stopped", object_id=str(row.pk)).count() == 1
