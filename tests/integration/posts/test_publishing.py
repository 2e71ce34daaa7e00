"""From cleared to public: judged again, begun once, settled with the record and the people told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Notice
from accounts.services import register
from governance.models import AuditEvent
from posts import outbox, tasks
from posts.domain.publication import Operation, PublicationStatus
from posts.domain.workflow import PostStatus
from posts.models import Publication
from posts.services import doubts, publishing, reconciling, review
from tests.factories import people, posts

S = PublicationStatus


def row_of(post, operation=Operation.PUBLISH):
    return Publication.objects.get(revision=post.current_revision, operation=operation)


@pytest.fixture
def cleared(camden_officer, camden_noticeboard):
    return posts.sent(camden_officer, camden_noticeboard)


@pytest.mark.smoke
@pytest.mark.django_db
def test_a_green_post_reaches_the_noticeboard(cleared):
    assert publishing.publish_due() == 1
    row = row_of(cleared)
    assert (row.status, posts.fresh(cleared).status) == (S.PUBLISHED, PostStatus.RELEASED)
    assert row.platform_url.endswith(f"/noticeboard/camden/{row.pk}/")


@pytest.mark.django_db
def test_every_step_of_a_send_is_on_record(cleared):
    publishing.publish_due()
    about = AuditEvent.objects.filter(object_type="publication", object_id=str(row_of(cleared).pk)).order_by("pk")
    assert [event.action for event in about] == ["publication.sending", "publication.published"]


@pytest.mark.django_db
def test_publishing_again_sends_nothing_more(cleared):
    publishing.publish_due()
    assert publishing.publish_due() == 0


@pytest.mark.django_db
def test_a_stop_between_the_check_and_the_send_sends_nothing(cleared, camden_noticeboard, monkeypatch):
    judge = publishing.release_check.check

    def judged_just_before_the_stop(publication, at):
        checked = judge(publication, at)
        monkeypatch.setattr(publishing.release_check, "check", judge)
        register.suspend_account(camden_noticeboard, reason="Taken over", actor=None)
        return checked

    monkeypatch.setattr(publishing.release_check, "check", judged_just_before_the_stop)
    publishing.publish_due()
    row = row_of(cleared)
    assert row.sending_at is None
    assert row.status == S.CANCELLED
    assert posts.fresh(cleared).status == PostStatus.HELD


@pytest.mark.django_db
def test_a_kill_after_the_send_began_loses_nothing_and_doubles_nothing(cleared, monkeypatch):
    def killed(*_):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "_talk", killed)
        with pytest.raises(SystemExit):
            publishing.publish_due()
    assert row_of(cleared).status == S.SENDING
    later = timezone.now() + timedelta(minutes=5)
    assert publishing.publish_due(later) == 0
    reconciling.reap(later)
    assert row_of(cleared).status == S.UNKNOWN
    reconciling.recover(later)
    assert row_of(cleared).status == S.QUEUED
    publishing.publish_due(later)
    assert row_of(cleared).status == S.PUBLISHED
    assert Publication.objects.count() == 1


@pytest.mark.django_db
def test_a_channel_without_a_room_refuses_and_people_are_told(camden_officer, social_media_team):
    account = people.account("camden", camden_officer, channel="bluesky", handle="camden.example")
    post = posts.sent(camden_officer, account)
    publishing.publish_due()
    row = row_of(post)
    assert row.status == S.FAILED
    assert row.error == "No access token is kept for this account."
    told = Notice.objects.filter(kind="refused").values_list("user", flat=True)
    assert set(told) == {camden_officer.pk, social_media_team.pk}


@pytest.mark.django_db
def test_withdrawing_takes_the_post_off_the_noticeboard(camden_officer, cleared):
    publishing.publish_due()
    review.withdraw(posts.fresh(cleared), camden_officer, timezone.now(), "Wrong day")
    publishing.publish_due()
    assert row_of(cleared, Operation.DELETE).status == S.PUBLISHED


@pytest.mark.django_db
def test_a_fault_of_our_own_puts_the_row_off_and_at_last_fails_it(cleared, camden_officer, monkeypatch):
    monkeypatch.setattr(publishing, "put_together", lambda _: 1 / 0)
    at = timezone.now()
    for _ in range(7):
        at += timedelta(hours=1)
        publishing.publish_due(at, limit=1)
        assert row_of(cleared).sending_at is None
    assert row_of(cleared).status == S.FAILED
    assert Notice.objects.filter(user=camden_officer, kind="refused").count() == 1


@pytest.mark.smoke
@pytest.mark.django_db
def test_the_doorbell_sends_what_is_due_and_an_idle_one_only_looks(cleared, django_assert_num_queries):
    tasks.publish()
    assert row_of(cleared).status == S.PUBLISHED
    with django_assert_num_queries(3):
        tasks.publish()


@pytest.mark.django_db
def test_a_stopped_row_goes_out_again_only_when_a_person_says_so(cleared, camden_communicator):
    outbox.stop(cleared.current_revision)
    assert publishing.publish_due() == 0
    doubts.try_again(row_of(cleared), camden_communicator, timezone.now())
    publishing.publish_due()
    assert row_of(cleared).status == S.PUBLISHED


@pytest.mark.django_db
def test_withdrawing_takes_back_what_was_not_sent_yet(camden_officer, camden_noticeboard, cleared):
    publishing.publish_due()
    late = Publication.objects.get(revision=cleared.current_revision)
    other = people.account("camden", camden_officer)
    waiting = Publication.objects.create(
        revision=late.revision, part=late.part, account=other, due_at=late.due_at, created_at=late.created_at
    )
    review.withdraw(posts.fresh(cleared), camden_officer, timezone.now(), "Wrong day")
    waiting.refresh_from_db()
    assert waiting.status == S.CANCELLED
