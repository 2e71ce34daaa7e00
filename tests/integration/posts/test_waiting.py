"""What the desk and My posts say of a ladder: the bar, its ticks, and who is told next."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from governance.domain.rag import Assessment as Verdict
from governance.domain.rag import Rag, Release
from posts.domain.ladder_view import LadderView
from posts.models import Post
from posts.selectors.waiting import ladder_ahead, ladder_view, ladder_views
from posts.services import escalation
from tests.factories.places import unit
from tests.factories.waiting import waiting_post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("appointed_in_september")]
AT_TWO = datetime(2026, 11, 20, 14, tzinfo=UTC)
AT_NIGHT = datetime(2026, 11, 20, 22, tzinfo=UTC)


def after(minutes: float, start: datetime = AT_TWO) -> datetime:
    return start + timedelta(minutes=minutes)


def view(post: Post, now: datetime) -> LadderView:
    found = ladder_view(Post.objects.select_related("unit").get(pk=post.pk), now)
    assert found is not None
    return found


def test_the_bar_shows_the_whole_ladder_and_the_line_who_is_next(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO)
    escalation.climb(after(14))
    found = view(post, after(14))
    assert (found.label, found.note) == ("Waiting 14 min", "Borough Support in 6 min")
    assert (found.elapsed, found.whole) == (timedelta(minutes=14), timedelta(minutes=30))
    assert found.ticks == (timedelta(minutes=10), timedelta(minutes=20))
    assert found.share == pytest.approx(14 / 30)
    assert found.shares == pytest.approx((1 / 3, 2 / 3))


def test_my_posts_says_what_happens_if_nobody_moves(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO)
    escalation.climb(after(14))
    assert view(post, after(14)).if_nobody == "If nobody has decided by 14:20, Borough Support is told."


def test_the_steps_to_come_are_listed_in_words(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO)
    assert [(line.when, line.what) for line in view(post, AT_TWO).lines] == [
        ("10 min", "All communicators and SPOC are told"),
        ("20 min", "Borough Support is told"),
        ("30 min", "Press Bureau is told"),
    ]


def test_a_question_to_the_author_is_shown_as_a_paused_clock(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO, light="amber")
    with transaction.atomic():
        escalation.pause(post, after(9))
    found = view(post, after(25))
    assert (found.label, found.paused) == ("Clock paused", "9 min so far")
    assert found.note == "Waits for the author’s answer since 14:09"
    with transaction.atomic():
        escalation.resume(post, after(25))
    found = view(post, after(27))
    assert (found.label, found.note) == ("Waiting 11 min", "SPOC in 19 min")
    assert found.whole == timedelta(minutes=60)


def test_a_question_does_not_stop_the_clock_of_red(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO)
    with transaction.atomic():
        escalation.pause(post, after(4))
    assert view(post, after(5)).label == "Waiting 5 min"


def test_what_went_out_is_said_to_be_out(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO, light="amber", release="tell")
    found = view(post, after(24))
    assert (found.label, found.note) == ("Out for 24 min", "SPOC in 6 min")
    assert found.if_nobody == "If nobody has acknowledged it by 14:30, SPOC is told."


def test_out_of_hours_the_morning_is_named_and_absent_steps_are_left_out(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_NIGHT, light="amber")
    found = view(post, after(5, AT_NIGHT))
    assert found.note == "All communicators on Monday 23 November at 08:00"
    assert [line.what for line in found.lines] == ["All communicators are told"]


def test_a_ladder_that_ran_out_says_so(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO)
    escalation.climb(after(31))
    found = view(post, after(31))
    assert found.has_run_out
    assert found.note == "Everybody on the ladder has been told"
    assert (found.share, found.next_at) == (1.0, None)


def test_a_post_that_waits_for_nobody_has_no_ladder(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO)
    Post.objects.filter(pk=post.pk).update(status="cleared")
    assert ladder_view(Post.objects.get(pk=post.pk), AT_TWO) is None


def test_only_the_latest_stay_is_shown(camden_officer: User):
    post = waiting_post(camden_officer, unit("camden"), AT_TWO)
    with transaction.atomic():
        assert post.assessment is not None
        escalation.enter_queue(post, post.assessment, after(15))
    assert view(post, after(16)).label == "Waiting 1 min"


def test_a_list_of_posts_takes_as_many_queries_however_long_it_is(camden_officer: User):
    for minute, place in enumerate(("camden", "kentish-town", "hackney", "dalston", "mounted-branch") * 4):
        waiting_post(camden_officer, unit(place), after(minute))
    posts = list(Post.objects.select_related("unit"))
    with CaptureQueriesContext(connection) as short:
        ladder_views(posts[:5], after(25))
    with CaptureQueriesContext(connection) as long:
        assert len(ladder_views(posts, after(25))) == 20
    assert len(long) == len(short)


def test_the_composer_can_say_beforehand_who_would_be_told(camden_officer: User):
    verdict = Verdict(Rag.RED, Release.ASK, Rag.RED, (), (), (), "mps-union", "none", "")
    lines = ladder_ahead(unit("camden"), verdict, threat_to_life=False, at=AT_TWO)
    assert [(line.when, line.what) for line in lines] == [
        ("at once", "Communicator on duty is told"),
        ("10 min", "All communicators and SPOC are told"),
        ("20 min", "Borough Support is told"),
        ("30 min", "Press Bureau is told"),
    ]
