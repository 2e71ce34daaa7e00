"""Two people, or two workers, at the same row at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import Notice, SocialAccount
from accounts.services import delivery, notices, register
from accounts.services.refusals import MovedOn
from governance.models import AuditEvent
from tests.factories.people import account, nobody

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 4


def all_at_once(work: Callable[[], object]) -> list[object]:
    """Do the work in several threads, each with its own connection, from one starting line."""
    line, done = Barrier(AT_ONCE), []

    def run() -> None:
        line.wait()
        try:
            done.append(work())
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done


def test_of_many_workers_each_letter_is_claimed_by_one() -> None:
    somebody = nobody()
    with transaction.atomic():
        for number in range(30):
            notices.tell([somebody], key=f"k{number}", kind="ladder", subject="Red", body="")
    claimed: list[int] = []

    all_at_once(lambda: claimed.extend(row.pk for row in delivery.claim_due(timezone.now())))

    assert len(claimed) == len(set(claimed)) == 30


def test_a_person_told_the_same_by_many_at_once_is_told_once() -> None:
    somebody = nobody()

    def tell() -> int:
        with transaction.atomic():
            return notices.tell([somebody], key="same", kind="ladder", subject="Red", body="")

    all_at_once(tell)

    assert Notice.objects.get().deliveries.count() == 2


def test_of_many_who_suspend_an_account_one_wins_and_one_event_is_kept() -> None:
    entry = account("camden")

    def suspend() -> bool:
        try:
            register.suspend_account(SocialAccount.objects.get(pk=entry.pk), actor=None, reason="A breach")
        except MovedOn:
            return False
        return True

    won = all_at_once(suspend)

    assert sorted(map(bool, won)) == [False, False, False, True]
    assert AuditEvent.objects.filter(action="account.suspended").count() == 1
