"""Deliveries that wait for a person: who sees the forms, and what each answer does."""

from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import SocialAccount, User
from governance.models import AuditEvent
from posts import outbox
from posts.domain.publication import PublicationStatus
from posts.models import Publication
from posts.services import publishing
from tests.factories import posts as factory
from tests.factories.sessions import signed_in

pytestmark = pytest.mark.django_db
S = PublicationStatus
ADDRESS = "https://social.example/@camden/1"


@pytest.fixture
def doubtful(camden_officer: User, camden_noticeboard: SocialAccount) -> Publication:
    """A row whose answer was lost."""
    factory.sent(camden_officer, camden_noticeboard)
    now = timezone.now()
    (row,) = publishing.claim(1, now)
    with transaction.atomic():
        outbox.begin(row, None, now)
        outbox.settle(row, S.UNKNOWN, now, error="The connection was cut.")
    return row


@pytest.fixture
def refused(camden_officer: User, camden_mastodon: SocialAccount) -> Publication:
    """A row that was refused for want of a token."""
    post = factory.sent(camden_officer, camden_mastodon)
    publishing.publish_due()
    return Publication.objects.get(revision=post.current_revision)


def page(who: User, row: Publication, name: str = "post") -> str:
    answer = signed_in(who).get(reverse(name, args=[row.revision.post_id]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def say(who: User, row: Publication, name: str, back: str = "", **body: str) -> Any:
    return signed_in(who).post(reverse(name, args=[row.pk]) + back, body)


def state(row: Publication) -> str:
    row.refresh_from_db()
    return row.status


@pytest.mark.parametrize("name", ["post", "desk-item"])
def test_both_facts_stand_beside_each_other_for_who_may_settle(
    doubtful: Publication, camden_communicator: User, name: str
) -> None:
    seen = page(camden_communicator, doubtful, name)
    for words in ("Is it out?", "What we sent", factory.GREEN, "What the platform shows", "The connection was cut."):
        assert words in seen


def test_the_author_and_the_auditor_see_no_form(doubtful: Publication, camden_officer: User, auditor: User) -> None:
    assert "Is it out?" not in page(camden_officer, doubtful)
    assert "Is it out?" not in page(auditor, doubtful)


@pytest.mark.parametrize("name", ["delivery_out", "delivery_not_out", "delivery_again"])
def test_the_author_settles_nothing_and_another_borough_finds_nothing(
    doubtful: Publication, camden_officer: User, hackney_communicator: User, name: str
) -> None:
    assert say(camden_officer, doubtful, name).status_code == 403
    assert say(hackney_communicator, doubtful, name).status_code == 404
    assert state(doubtful) == S.UNKNOWN


def test_it_is_out_keeps_the_address_and_is_on_record(doubtful: Publication, camden_communicator: User) -> None:
    answer = say(camden_communicator, doubtful, "delivery_out", "?from=desk", url=ADDRESS)
    assert answer["Location"] == reverse("desk-item", args=[doubtful.revision.post_id])
    assert (state(doubtful), doubtful.platform_url) == (S.PUBLISHED, ADDRESS)
    assert AuditEvent.objects.filter(action="publication.found-by-hand", actor=camden_communicator).exists()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "not an address", "https://x.example/" + "a" * 400])
def test_a_wrong_address_is_said_at_its_field_and_settles_nothing(
    doubtful: Publication, camden_communicator: User, url: str
) -> None:
    answer = say(camden_communicator, doubtful, "delivery_out", url=url)
    assert answer.status_code == 422
    assert "address" in answer.content.decode()
    assert f'href="#delivery-{doubtful.pk}-url"' in answer.content.decode()
    assert state(doubtful) == S.UNKNOWN


def test_it_is_not_out_lets_it_be_tried_again(doubtful: Publication, camden_communicator: User) -> None:
    say(camden_communicator, doubtful, "delivery_not_out")
    assert state(doubtful) == S.FAILED
    assert "Try again" in page(camden_communicator, doubtful)
    say(camden_communicator, doubtful, "delivery_again")
    assert state(doubtful) == S.QUEUED


def test_a_refused_one_says_why_and_is_tried_again(refused: Publication, camden_communicator: User) -> None:
    seen = page(camden_communicator, refused)
    assert "No access token is kept for this account." in seen
    assert "It is not out" not in seen
    say(camden_communicator, refused, "delivery_again")
    assert state(refused) == S.QUEUED


def test_whoever_comes_second_is_told(doubtful: Publication, camden_communicator: User) -> None:
    say(camden_communicator, doubtful, "delivery_out")
    client = signed_in(camden_communicator)
    answer = client.post(reverse("delivery_not_out", args=[doubtful.pk]), follow=True)
    assert "Somebody settled this before you." in answer.content.decode()
    assert state(doubtful) == S.PUBLISHED
