"""The outbox: one worker per row, one row of an account at a time, and every move by the state it starts from."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from posts import outbox
from posts.domain.publication import Operation, PublicationStatus
from posts.models import Publication
from posts.services import publishing
from tests.factories import people, posts

S = PublicationStatus


def claim(limit=1, at=None):
    with transaction.atomic():
        return outbox.claim_due(limit, at or timezone.now())


def row_of(post):
    return Publication.objects.get(revision=post.current_revision, operation=Operation.PUBLISH)


@pytest.fixture
def cleared(camden_officer, camden_noticeboard):
    return posts.sent(camden_officer, camden_noticeboard)


@pytest.mark.smoke
@pytest.mark.django_db
def test_a_cleared_post_has_one_row_for_each_account(camden_officer, cleared):
    row = row_of(cleared)
    assert (row.status, row.account.handle) == (S.QUEUED, "camden")


@pytest.mark.django_db
def test_queueing_twice_makes_no_second_row(cleared):
    outbox.enqueue(cleared.current_revision, due_at=timezone.now())
    assert Publication.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_claim_the_same_row_once(cleared):
    ready = threading.Barrier(4)
    claimed = []

    def work():
        try:
            ready.wait()
            claimed.extend(publishing.claim(5, timezone.now() + timedelta(seconds=1)))
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [row.pk for row in claimed] == [row_of(cleared).pk]


@pytest.mark.django_db
def test_a_row_is_not_claimed_before_its_time(cleared):
    assert claim(at=row_of(cleared).due_at - timedelta(seconds=1)) == []


@pytest.mark.django_db
def test_an_account_that_is_being_sent_to_waits_and_holds_up_nobody(camden_officer, camden_noticeboard):
    other = people.account("camden", camden_officer)
    for account in (camden_noticeboard, camden_noticeboard, other):
        posts.sent(camden_officer, account)
    assert [row.account_id for row in claim(5)] == [camden_noticeboard.pk, other.pk]
    assert claim(5) == []


@pytest.mark.django_db
def test_an_account_told_to_wait_waits_with_all_its_rows(camden_officer, camden_noticeboard):
    first, _ = (posts.sent(camden_officer, camden_noticeboard) for _ in range(2))
    later = timezone.now() + timedelta(minutes=5)
    Publication.objects.filter(pk=row_of(first).pk).update(error_kind="throttled", due_at=later)
    assert claim(5) == []
    assert len(claim(1, later)) == 1


@pytest.mark.django_db
def test_cancelling_reaches_a_row_that_a_worker_has_claimed(cleared):
    (row,) = claim()
    assert outbox.cancel(cleared.current_revision) == 1
    with transaction.atomic():
        assert not outbox.begin(row, None, timezone.now())
    assert row_of(cleared).status == S.CANCELLED


@pytest.mark.django_db
def test_a_cancelled_row_is_queued_again_when_the_post_is_approved_again(cleared):
    outbox.cancel(cleared.current_revision)
    (row,) = outbox.enqueue(cleared.current_revision, due_at=timezone.now())
    assert (row.status, Publication.objects.count()) == (S.QUEUED, 1)


@pytest.mark.django_db
def test_a_send_does_not_begin_when_the_epoch_has_moved(cleared):
    (row,) = claim()
    with transaction.atomic():
        assert not outbox.begin(row, epoch=-1, now=timezone.now())
    assert row_of(cleared).status == S.CLAIMED


@pytest.mark.django_db
def test_a_lapsed_claim_goes_back_to_the_queue(cleared):
    (row,) = claim()
    with transaction.atomic():
        assert outbox.reap(row.lease_until + timedelta(seconds=1)) == []
    assert row_of(cleared).status == S.QUEUED


@pytest.mark.django_db
def test_a_lapsed_send_is_unknown_and_is_never_claimed_again(cleared):
    (row,) = claim()
    begun_at = timezone.now()
    with transaction.atomic():
        assert outbox.begin(row, None, begun_at)
        later = begun_at + timedelta(hours=1)
        assert [one.pk for one in outbox.reap(later)] == [row.pk]
    assert row_of(cleared).status == S.UNKNOWN
    assert claim(5, later) == []


@pytest.mark.django_db
def test_a_worker_whose_claim_lapsed_cannot_begin(cleared):
    (row,) = claim()
    later = row.lease_until + timedelta(seconds=1)
    with transaction.atomic():
        outbox.reap(later)
    claim(1, later)
    with transaction.atomic():
        assert not outbox.begin(row, None, later)


@pytest.mark.django_db
def test_a_late_answer_settles_a_row_in_doubt(cleared):
    (row,) = claim()
    at = timezone.now()
    with transaction.atomic():
        outbox.begin(row, None, at)
        outbox.reap(at + timedelta(hours=1))
        assert outbox.settle(row, S.PUBLISHED, at, platform_id="1")
        assert not outbox.settle(row, S.FAILED, at)
    assert row_of(cleared).status == S.PUBLISHED
