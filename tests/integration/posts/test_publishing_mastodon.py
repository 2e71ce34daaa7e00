"""Publishing to a network that misbehaves: the platform's own log, not our tables, counts what was posted."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import Credential, Notice
from accounts.services import credentials
from posts.domain.publication import Operation, PublicationStatus
from posts.models import Publication
from posts.services import doubts, publishing, reconciling, review
from posts.services.problems import PostMovedOn
from tests.factories import people, posts
from tests.services.mastodon import hostile

S = PublicationStatus
A_DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def platform():
    with hostile.serve() as running:
        yield running


def network_account(officer, platform, handle="camden@social.example"):
    account = people.account("camden", officer, channel="mastodon", handle=handle, base_url=platform.url)
    credentials.keep(account, f"token-of-{handle}", None)
    return account


@pytest.fixture
def account(camden_officer, platform):
    return network_account(camden_officer, platform)


@pytest.fixture
def cleared(camden_officer, account):
    return posts.sent(camden_officer, account)


def row_of(post, operation=Operation.PUBLISH):
    return Publication.objects.get(revision=post.current_revision, operation=operation)


def test_a_green_post_goes_out_with_the_accounts_own_token(cleared, platform):
    publishing.publish_due()
    row = row_of(cleared)
    assert row.status == S.PUBLISHED
    assert platform.texts() == [posts.GREEN]
    assert platform.taken[0]["token"] == "Bearer token-of-camden@social.example"
    assert (row.platform_id, row.platform_url) == (platform.taken[0]["id"], f"{platform.url}/@camden/{row.platform_id}")


def test_the_token_is_not_kept_as_it_is(account):
    assert b"token-of" not in bytes(Credential.objects.get(account=account).sealed)


def test_a_plain_refusal_to_take_anything_now_is_tried_again(cleared, platform):
    platform.will("busy", "busy")
    at = timezone.now()
    for _ in range(3):
        publishing.publish_due(at)
        at += timedelta(hours=1)
    assert row_of(cleared).status == S.PUBLISHED
    assert len(platform.texts()) == 1


def test_a_retry_waits_longer_each_time_and_at_least_as_long_as_the_platform_asks(cleared, platform):
    platform.will("throttle")
    at = timezone.now()
    publishing.publish_due(at)
    row = row_of(cleared)
    assert (row.status, row.attempts) == (S.QUEUED, 1)
    assert row.due_at >= at + timedelta(seconds=90)


def test_a_permanent_refusal_fails_and_people_are_told(cleared, platform, camden_officer, social_media_team):
    platform.will("revoke")
    publishing.publish_due()
    assert row_of(cleared).status == S.FAILED
    told = Notice.objects.filter(kind="refused")
    assert {notice.user for notice in told} == {camden_officer, social_media_team}
    assert "no longer accepts this account's token" in told[0].body


def test_a_refused_row_is_tried_again_only_when_a_person_says_so(cleared, platform, camden_communicator):
    platform.will("refuse")
    publishing.publish_due()
    assert publishing.publish_due(timezone.now() + A_DAY) == 0
    doubts.try_again(row_of(cleared), camden_communicator, timezone.now())
    publishing.publish_due(timezone.now() + timedelta(seconds=1))
    assert platform.texts() == [posts.GREEN]


@pytest.mark.parametrize("fault", ["take-and-cut", "take-and-break", "take-and-babble"])
def test_a_post_taken_without_an_answer_is_found_and_never_doubled(cleared, platform, fault):
    platform.will(fault)
    publishing.publish_due()
    assert row_of(cleared).status == S.UNKNOWN
    later = timezone.now() + timedelta(minutes=1)
    assert publishing.publish_due(later) == 0
    reconciling.recover(later)
    row = row_of(cleared)
    assert (row.status, row.platform_id) == (S.PUBLISHED, platform.taken[0]["id"])
    assert len(platform.taken) == 1


def test_a_kill_while_sending_is_reconciled_by_reading(cleared, platform, monkeypatch):
    talk = publishing._talk

    def killed_after_sending(*told):
        talk(*told)
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "_talk", killed_after_sending)
        with pytest.raises(SystemExit):
            publishing.publish_due()
    later = timezone.now() + timedelta(minutes=5)
    publishing.publish_due(later)
    reconciling.recover(later)
    assert row_of(cleared).status == S.PUBLISHED
    assert len(platform.taken) == 1


def test_what_cannot_be_found_stays_in_doubt_and_asks_a_person(cleared, platform, camden_officer, social_media_team):
    platform.will("cut")
    publishing.publish_due()
    at = timezone.now()
    for _ in range(6):
        at += timedelta(hours=1)
        publishing.publish_due(at)
        reconciling.recover(at)
    assert row_of(cleared).status == S.UNKNOWN
    assert platform.taken == []
    for kind in ("unanswered", "undecided"):
        assert set(Notice.objects.filter(kind=kind).values_list("user", flat=True)) == {
            camden_officer.pk,
            social_media_team.pk,
        }


def test_a_person_settles_a_doubt_once(cleared, platform, camden_communicator):
    platform.will("cut")
    publishing.publish_due()
    row = row_of(cleared)
    doubts.say_it_is_out(row, camden_communicator, timezone.now(), "https://social.example/1")
    with pytest.raises(PostMovedOn):
        doubts.say_it_is_not_out(row_of(cleared), camden_communicator, timezone.now())
    assert row_of(cleared).status == S.PUBLISHED


def test_an_author_cannot_settle_a_doubt(cleared, platform, camden_officer):
    platform.will("cut")
    publishing.publish_due()
    with pytest.raises(PermissionDenied):
        doubts.say_it_is_out(row_of(cleared), camden_officer, timezone.now())


def test_one_failing_account_does_not_delay_another(camden_officer, account, platform):
    quick = people.account("camden", camden_officer)
    for _ in range(3):
        posts.sent(camden_officer, account)
    last = posts.sent(camden_officer, quick)
    platform.will("throttle", "throttle", "throttle")
    publishing.publish_due()
    assert row_of(last).status == S.PUBLISHED
    assert len(platform.asked) == 1


def test_withdrawing_deletes_it_on_the_platform(cleared, platform, camden_officer):
    publishing.publish_due()
    review.withdraw(posts.fresh(cleared), camden_officer, timezone.now(), "Wrong day")
    publishing.publish_due()
    assert platform.texts() == []
    assert row_of(cleared, Operation.DELETE).status == S.PUBLISHED


def test_a_withdrawal_waits_for_a_row_in_doubt_and_then_deletes_what_was_found(cleared, platform, camden_officer):
    platform.will("take-and-cut")
    publishing.publish_due()
    review.withdraw(posts.fresh(cleared), camden_officer, timezone.now(), "Wrong day")
    publishing.publish_due()
    assert row_of(cleared, Operation.DELETE).status == S.QUEUED
    later = timezone.now() + timedelta(minutes=2)
    reconciling.recover(later)
    publishing.publish_due(later)
    assert (platform.texts(), len(platform.deleted)) == ([], 1)
