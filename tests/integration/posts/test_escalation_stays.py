"""What ends, stops, silences or renews a ladder: decisions, claims, questions, a new verdict."""

import pytest
from django.db import transaction

from accounts.models import Notice, User
from posts.models import Post
from posts.services import escalation
from tests.factories.ladders import (
    after,
    amber,
    events,
    red,
    states,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("appointed_in_september")]


def test_a_decision_ends_the_ladder(camden_officer: User, everybody: None):
    post = red(camden_officer)
    escalation.leave_queue(post, after(5))
    escalation.climb(after(60))
    assert set(told(post)) == {1}
    assert states(post) == ["done", "cancelled", "cancelled", "cancelled"]
    assert events("ladder.ran-out", post) == 0


def test_a_rung_of_a_post_that_moved_on_is_cancelled_even_if_nobody_took_it_away(camden_officer: User, everybody: None):
    post = red(camden_officer)
    Post.objects.filter(pk=post.pk).update(status="cleared")
    escalation.climb(after(60))
    assert set(told(post)) == {1}
    assert states(post)[1:] == ["cancelled"] * 3


def test_a_claim_silences_only_the_step_that_asks_for_one(
    camden_officer: User, camden_communicator: User, everybody: None
):
    post = red(camden_officer, claimed_by=camden_communicator, claimed_until=after(25))
    escalation.climb(after(20))
    assert set(told(post)) == {1, 3}
    assert states(post) == ["done", "silenced", "done", "waiting"]
    assert events("ladder.silenced", post) == 1


def test_a_claim_that_lapsed_silences_nothing(camden_officer: User, camden_communicator: User, everybody: None):
    post = red(camden_officer, claimed_by=camden_communicator, claimed_until=after(9))
    escalation.climb(after(10))
    assert set(told(post)) == {1, 2}


def test_a_question_to_the_author_puts_amber_off_by_as_long_as_it_stood(camden_officer: User, everybody: None):
    post = amber(camden_officer)
    escalation.pause(post, after(20))
    escalation.climb(after(90))
    assert set(told(post)) == {1}
    escalation.resume(post, after(65))
    escalation.climb(after(74))
    assert set(told(post)) == {1}
    escalation.climb(after(75))
    assert set(told(post)) == {1, 2}
    escalation.climb(after(105))
    assert set(told(post)) == {1, 2, 3}


def test_two_questions_put_amber_off_by_both(camden_officer: User, everybody: None):
    post = amber(camden_officer)
    for asked, answered in ((5, 15), (20, 30)):
        escalation.pause(post, after(asked))
        escalation.resume(post, after(answered))
    escalation.climb(after(49))
    assert set(told(post)) == {1}
    escalation.climb(after(50))
    assert set(told(post)) == {1, 2}


def test_a_question_to_the_author_never_stops_red(camden_officer: User, everybody: None):
    post = red(camden_officer)
    escalation.pause(post, after(5))
    escalation.climb(after(30))
    assert set(told(post)) == {1, 2, 3, 4}


def test_a_due_amber_rung_of_a_post_under_question_is_parked_and_not_lost(camden_officer: User, everybody: None):
    post = amber(camden_officer)
    Post.objects.filter(pk=post.pk).update(question_since=after(20))
    escalation.climb(after(40))
    assert states(post)[1] == "paused"
    escalation.resume(post, after(50))
    escalation.climb(after(60))
    assert set(told(post)) == {1, 2}


def test_a_released_amber_climbs_until_somebody_acknowledges_it(
    camden_officer: User, camden_communicator: User, everybody: None
):
    post = amber(camden_officer, release="tell")
    escalation.climb(after(30))
    assert set(told(post)) == {1, 2}
    assert Notice.objects.get(key__endswith=":1").subject == "Amber: a Camden post is out; acknowledge it"
    Post.objects.filter(pk=post.pk).update(acknowledged_by=camden_communicator, acknowledged_at=after(40))
    escalation.climb(after(60))
    assert set(told(post)) == {1, 2}


def test_entering_a_queue_again_begins_the_ladder_afresh(camden_officer: User, everybody: None):
    post = red(camden_officer)
    with transaction.atomic():
        assert post.assessment is not None
        escalation.enter_queue(post, post.assessment, after(5))
    escalation.climb(after(14))
    assert states(post) == ["done", "cancelled", "cancelled", "cancelled", "done", "waiting", "waiting", "waiting"]
    escalation.climb(after(15))
    assert Notice.objects.filter(key__endswith=":2").exists()


def test_a_light_that_changes_while_a_post_waits_changes_its_ladder(camden_officer: User, everybody: None):
    post = amber(camden_officer)
    assert post.assessment is not None
    with transaction.atomic():
        assert escalation.change_ladder(post, post.assessment, after(5)) is False
        post.assessment.light = "red"
        assert escalation.change_ladder(post, post.assessment, after(5)) is True
    escalation.climb(after(35))
    assert events("ladder.ran-out", post) == 1


def test_a_question_left_open_ends_with_the_stay(camden_officer: User, everybody: None):
    post = amber(camden_officer)
    escalation.pause(post, after(5))
    escalation.leave_queue(post, after(6))
    post.refresh_from_db()
    assert post.question_since is None
    assert states(post)[1:] == ["cancelled", "cancelled"]
