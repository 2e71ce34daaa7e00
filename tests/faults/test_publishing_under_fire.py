"""The short form of the faults: workers killed with -9 in the middle, and a stop in the middle of a burst.

What was posted is counted by the platform's own log.
"""

import signal
import sys
import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from accounts.services import credentials, register
from posts.domain.publication import PublicationStatus
from posts.models import Publication
from posts.services import publishing, reconciling
from rag_portal.launch import children
from tests.factories import people, posts
from tests.portal.staff import surroundings
from tests.services import ROOT
from tests.services.mastodon import hostile

S = PublicationStatus
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(settings.SQLITE, reason="the workers share this session's PostgreSQL"),
]


@pytest.fixture
def platform():
    with hostile.serve() as running:
        yield running


@pytest.fixture
def accounts(camden_officer, platform):
    made = []
    for number in range(3):
        handle = f"camden{number}@social.example"
        made.append(people.account("camden", camden_officer, channel="mastodon", handle=handle, base_url=platform.url))
        credentials.keep(made[-1], f"token-{number}", None)
    return made


def send(officer, accounts, each):
    words = [f"{posts.GREEN} Stall {number}." for number in range(each * len(accounts))]
    for number, text in enumerate(words):
        posts.sent(officer, accounts[number % len(accounts)], text)
    return words


def start_worker():
    return children.start([sys.executable, "-m", "tests.faults.sender"], env=surroundings(), cwd=ROOT)


def finish(platform, rounds=10):
    """Let time pass until nothing is left that the portal could still do."""
    at = timezone.now()
    for _ in range(rounds):
        at += timedelta(minutes=20)
        platform.ahead = at - timezone.now()
        publishing.publish_due(at, limit=200)
        reconciling.recover(at, limit=200)
    return Counter(Publication.objects.values_list("status", flat=True))


def test_killing_workers_at_the_worst_moment_loses_nothing_and_doubles_nothing(camden_officer, accounts, platform):
    words = send(camden_officer, accounts, each=4)
    for _ in range(3):
        platform.crawling.clear()
        platform.will("take-and-crawl")
        worker = start_worker()
        assert platform.crawling.wait(60)
        worker.send_signal(signal.SIGKILL)
        worker.wait(10)
        reconciling.recover(timezone.now() + timedelta(minutes=10))
    assert finish(platform) == {S.PUBLISHED: len(words)}
    assert Counter(platform.texts()) == Counter(words)


def test_a_storm_of_faults_ends_with_every_row_settled_or_before_a_person(camden_officer, accounts, platform):
    words = send(camden_officer, accounts, each=4)
    platform.will("busy", "take-and-cut", "throttle", "take-and-break", "cut", "take-and-babble", "refuse", "busy")
    ended = finish(platform)
    assert ended == {S.PUBLISHED: len(words) - 2, S.UNKNOWN: 1, S.FAILED: 1}
    assert len(platform.taken) == len(set(platform.texts())) == len(words) - 2


def test_no_send_begins_after_a_stop_has_committed(camden_officer, accounts, platform):
    words = send(camden_officer, accounts, each=5)
    failures = []

    def work():
        try:
            publishing.publish_due(limit=len(words))
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    platform.wait_until_it_took(3)
    for account in accounts:
        register.suspend_account(account, reason="Taken over", actor=None)
    stopped_at = timezone.now()
    for worker in workers:
        worker.join()
    assert failures == []
    assert not Publication.objects.filter(sending_at__gt=stopped_at).exists()
    assert len(platform.taken) == Publication.objects.filter(status=S.PUBLISHED).count() < len(words)


def test_two_workers_on_the_same_rows_double_nothing(camden_officer, accounts, platform):
    words = send(camden_officer, accounts, each=4)
    two = [start_worker(), start_worker()]
    try:
        platform.wait_until_it_took(len(words), 60)
    finally:
        for worker in two:
            children.stop(worker)
    assert Counter(platform.texts()) == Counter(words)
    assert finish(platform, rounds=3) == {S.PUBLISHED: len(words)}
