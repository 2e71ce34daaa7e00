"""Telling people once, and getting the letters out."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from accounts import selectors
from accounts.models import NoticeDelivery, User
from accounts.services import delivery, notices, people

SUBJECT = "Red: a post waits for you"


def tell(*who: User, key: str = "post-1-step-1") -> int:
    with transaction.atomic():
        return notices.tell(who, key=key, kind="ladder", subject=SUBJECT, body="Six minutes left.", url="/desk/")


class NoServer(BaseEmailBackend):
    """A mail server that cannot be reached."""

    def send_messages(self, messages: Any) -> int:
        raise ConnectionRefusedError("nobody listens")


class FussyServer(BaseEmailBackend):
    """A mail server that knows nobody in Camden."""

    def send_messages(self, messages: Any) -> int:
        if "camden" in messages[0].to[0]:
            raise SMTPRecipientsRefused({messages[0].to[0]: (550, b"no such box")})
        mail.outbox.extend(messages)
        return len(messages)


@pytest.fixture
def unreachable(settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.NoServer"


def test_a_person_is_told_the_same_thing_once(camden_communicator: User, camden_spoc: User) -> None:
    assert tell(camden_communicator) == 1
    assert tell(camden_communicator, camden_spoc) == 1

    assert selectors.unread_notice_count(camden_communicator) == 1
    assert NoticeDelivery.objects.filter(means="email").count() == 2


def test_a_due_letter_goes_out_once_with_a_way_to_the_page(camden_communicator: User, settings: Any) -> None:
    tell(camden_communicator)
    now = timezone.now()

    assert delivery.deliver_due(now) == 1
    assert delivery.deliver_due(now + timedelta(days=1)) == 0

    (letter,) = mail.outbox
    assert letter.to == [camden_communicator.email]
    assert letter.subject == SUBJECT
    assert f"{settings.PUBLIC_URL}/desk/" in letter.body
    assert NoticeDelivery.objects.get(means="email").state == "sent"


def test_a_claimed_letter_is_nobody_elses_until_its_lease_runs_out(camden_communicator: User) -> None:
    tell(camden_communicator)
    now = timezone.now()

    assert len(delivery.claim_due(now)) == 1
    assert delivery.claim_due(now) == []
    assert len(delivery.claim_due(now + delivery.LEASE)) == 1


@pytest.mark.usefixtures("unreachable")
def test_a_letter_is_tried_again_with_growing_pauses_and_then_given_up(camden_communicator: User) -> None:
    tell(camden_communicator)
    row = NoticeDelivery.objects.get(means="email")
    pauses = []

    while row.state == "waiting":
        before = timezone.now()
        delivery.deliver_due(row.due_at)
        row.refresh_from_db()
        pauses.append(round((row.due_at - before) / timedelta(minutes=1)))
        NoticeDelivery.objects.filter(pk=row.pk).update(due_at=timezone.now())
        row.refresh_from_db()

    assert pauses[:4] == [1, 5, 15, 60]
    assert (row.state, row.attempts) == ("failed", 5)
    assert "nobody listens" in row.error


def test_one_refused_address_does_not_keep_the_others_waiting(
    camden_communicator: User, hackney_communicator: User, settings: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.FussyServer"
    tell(camden_communicator, hackney_communicator)

    assert delivery.deliver_due(timezone.now()) == 1
    assert [letter.to for letter in mail.outbox] == [[hackney_communicator.email]]


def test_no_letter_goes_to_somebody_suspended(camden_communicator: User) -> None:
    tell(camden_communicator)
    people.suspend_person(camden_communicator, actor=None, reason="An inquiry")

    assert delivery.deliver_due(timezone.now()) == 0
    assert mail.outbox == []


def test_a_subject_of_two_lines_is_sent_as_one(camden_communicator: User) -> None:
    with transaction.atomic():
        notices.tell([camden_communicator], key="k", kind="ladder", subject="Red\nBcc: all", body="")

    delivery.deliver_due(timezone.now())

    assert mail.outbox[0].subject == "Red Bcc: all"


def test_people_mark_only_their_own_notices_read(camden_communicator: User, camden_spoc: User) -> None:
    tell(camden_communicator, camden_spoc)
    others = selectors.notices_of(camden_spoc).get()

    assert notices.mark_read(camden_communicator, [others.pk]) == 0
    assert notices.mark_read(camden_communicator) == 1
    assert selectors.unread_notice_count(camden_spoc) == 1
