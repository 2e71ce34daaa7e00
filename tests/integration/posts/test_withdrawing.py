"""Withdrawing ends it: what is out comes down, and nothing more of it goes out by any way round."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import SocialAccount, User
from governance.models import AuditEvent
from posts import outbox
from posts.channels.base import ChannelError, ErrorKind
from posts.domain.publication import Operation, PublicationStatus
from posts.models import Post, Publication
from posts.selectors.decision_rights import rights_on
from posts.services import publishing, reconciling, review
from posts.services.problems import PostMovedOn
from posts.services.settling import settle
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db
S = PublicationStatus


@pytest.fixture
def cleared(camden_officer: User, camden_noticeboard: SocialAccount) -> Post:
    return factory.sent(camden_officer, camden_noticeboard)


def begun(cleared: Post) -> Publication:
    """A row whose send began and whose answer is still awaited."""
    now = timezone.now()
    (row,) = publishing.claim(1, now)
    assert publishing._prepare_and_begin(row, now) is not None
    return row


def withdraw(post: Post, person: User) -> None:
    review.withdraw(factory.fresh(post), person, timezone.now(), "Wrong street")


def standing(operation: Operation = Operation.PUBLISH) -> str:
    return Publication.objects.get(operation=operation).status


def everything_sent(later: int = 10) -> None:
    for minutes in range(later):
        at = timezone.now() + timedelta(minutes=minutes)
        publishing.publish_due(at)
        reconciling.recover(at)


def test_a_refused_send_is_not_tried_again_after_the_withdrawal(cleared: Post, camden_officer: User) -> None:
    row = begun(cleared)
    withdraw(cleared, camden_officer)
    settle(row, ChannelError(ErrorKind.RETRY, "The server answered 503."), timezone.now())
    assert standing() == S.QUEUED
    everything_sent()
    assert (standing(), standing(Operation.DELETE)) == (S.CANCELLED, S.CANCELLED)


def test_a_send_left_in_doubt_is_not_repeated_after_the_withdrawal(cleared: Post, camden_officer: User) -> None:
    begun(cleared)
    withdraw(cleared, camden_officer)
    later = timezone.now() + timedelta(minutes=5)
    reconciling.recover(later)
    publishing.publish_due(later)
    everything_sent()
    assert standing() == S.CANCELLED


def test_a_released_post_that_waits_for_its_next_try_can_be_withdrawn(
    cleared: Post, camden_officer: User, camden_communicator: User, client: Client
) -> None:
    settle(begun(cleared), ChannelError(ErrorKind.RETRY, "The server answered 503."), timezone.now())
    assert rights_on(factory.fresh(cleared), camden_communicator, timezone.now()).withdraw
    client.force_login(camden_officer)
    assert f"/posts/{cleared.pk}/withdraw/" in client.get(f"/posts/{cleared.pk}/").content.decode()
    withdraw(cleared, camden_officer)
    everything_sent()
    assert standing() == S.CANCELLED
    assert not rights_on(factory.fresh(cleared), camden_communicator, timezone.now()).withdraw


def test_a_post_that_was_never_released_is_taken_back_rather_than_withdrawn(
    cleared: Post, camden_officer: User
) -> None:
    with pytest.raises(PostMovedOn):
        withdraw(cleared, camden_officer)
    assert standing() == S.QUEUED


def test_a_taking_down_that_was_refused_is_tried_again(cleared: Post, camden_officer: User) -> None:
    publishing.publish_due()
    withdraw(cleared, camden_officer)
    (row,) = publishing.claim(1, timezone.now())
    outbox.refuse(row, timezone.now(), error="The server answered 403.")
    withdraw(cleared, camden_officer)
    publishing.publish_due()
    assert standing(Operation.DELETE) == S.PUBLISHED


def test_a_withdrawal_is_on_record(cleared: Post, camden_officer: User) -> None:
    publishing.publish_due()
    withdraw(cleared, camden_officer)
    event = AuditEvent.objects.get(action="post.withdrawn")
    assert (event.object_id, event.actor) == (str(cleared.pk), camden_officer)


def test_an_acknowledgement_is_on_record(
    camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.AMBER, public_domain=True, evidence="Council news")
    publishing.publish_due()
    review.acknowledge(factory.fresh(post), camden_communicator, timezone.now())
    event = AuditEvent.objects.get(action="post.acknowledged")
    assert (event.object_id, event.actor) == (str(post.pk), camden_communicator)
