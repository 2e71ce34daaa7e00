"""Several tabs and people at one draft at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import SocialAccount, User
from accounts.services.operators import add_operator
from posts.domain.draft_content import DraftContent
from posts.models import Post, Revision
from posts.services import drafting, submission
from posts.services.problems import DraftMovedOn, PostMovedOn
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db(transaction=True)


def all_at_once(*works: Callable[[], object]) -> list[bool]:
    """Do each work in a thread of its own from one starting line; tell which were not refused."""
    line, done = Barrier(len(works)), []

    def run(work: Callable[[], object]) -> None:
        line.wait()
        try:
            work()
            done.append(True)
        except (DraftMovedOn, PostMovedOn):
            done.append(False)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done


def saving(post: Post, text: str, **stated: object) -> Callable[[], object]:
    content = DraftContent.from_json(post.draft.body).changed(parts=(text,), **stated)
    return lambda: drafting.autosave(factory.fresh(post), post.author, content, post.draft.version, timezone.now())


def test_of_tabs_that_save_the_same_version_at_once_one_wins_and_the_others_are_told(
    camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    for _ in range(5):
        post = factory.fresh(factory.draft(camden_officer, camden_noticeboard))
        done = all_at_once(*(saving(post, f"Meeting at {hour}:00 in Castlehaven hall.") for hour in range(6)))
        assert sorted(done) == [False] * 5 + [True]
        assert factory.fresh(post).draft.version == post.draft.version + 1


def test_a_save_that_meets_the_sending_changes_neither_words_nor_unit_of_what_was_sent(
    camden_officer: User, camden_noticeboard: SocialAccount, hackney_noticeboard: SocialAccount
) -> None:
    add_operator(hackney_noticeboard, camden_officer, actor=None)
    for _ in range(5):
        post = factory.fresh(factory.draft(camden_officer, camden_noticeboard, factory.RED))
        elsewhere = saving(post, factory.GREEN, accounts=(hackney_noticeboard.pk,))

        def send(draft: Post = post) -> None:
            submission.submit(factory.fresh(draft), draft.author, draft.draft.version, timezone.now())

        all_at_once(send, elsewhere)
        now = factory.fresh(post)
        revision = Revision.objects.filter(post=post).first()
        whose = revision.accounts.get() if revision else hackney_noticeboard
        assert now.unit_id == whose.unit_id
