"""The lines of the matrix that matter most, each by page and by API: who never decides a red post of Camden's."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import SocialAccount, User
from accounts.services import register
from accounts.services.tokens import issue_token
from posts.domain.draft_content import DraftContent
from posts.models import Post, Review
from posts.services import drafting, submission
from tests.factories import posts as factory
from tests.factories.sessions import signed_in

pytestmark = pytest.mark.django_db
VERBS = ("approve", "return", "reject")
REFUSED = {403, 404}
Send = Callable[[User, str, str, dict[str, Any]], int]


def by_page(who: User, page: str, _: str, body: dict[str, Any]) -> int:
    return signed_in(who).post(page, body).status_code


def by_api(who: User, _: str, path: str, body: dict[str, Any]) -> int:
    client = Client(headers={"Authorization": f"Bearer {issue_token(who, name='tests', actor=None)[1]}"})
    return client.post(path, json.dumps(body), content_type="application/json").status_code


@pytest.fixture(params=[by_page, by_api])
def send(request: pytest.FixtureRequest) -> Send:
    return request.param


@pytest.fixture
def waiting(camden_officer: User, camden_noticeboard: SocialAccount) -> Post:
    return factory.sent(camden_officer, camden_noticeboard, factory.RED)


def tries(send: Send, who: User, post: Post) -> set[int]:
    """Try every decision, knowing everything there is to know about the post, and return the answers."""
    seen = factory.seen(post)
    body = {"decision_digest": seen.decision_digest, "assessment": seen.assessment, "note": "Because I say so"}
    return {send(who, f"/desk/{post.pk}/{verb}/", f"/api/v1/posts/{post.pk}/{verb}", body) for verb in VERBS}


def stands(post: Post) -> bool:
    return factory.fresh(post).status == "waiting" and not Review.objects.filter(post=post).exists()


def test_the_author_never_decides(send: Send, waiting: Post, camden_officer: User) -> None:
    assert tries(send, camden_officer, waiting) <= REFUSED
    assert stands(waiting)


def test_a_communicator_who_writes_never_decides_what_they_wrote(
    send: Send, camden_communicator: User, camden_noticeboard: SocialAccount
) -> None:
    register.add_operator(camden_noticeboard, camden_communicator, actor=None)
    own = factory.sent(camden_communicator, camden_noticeboard, factory.RED)
    assert tries(send, camden_communicator, own) <= REFUSED
    assert stands(own)


def test_whoever_changed_it_never_decides(send: Send, waiting: Post, camden_communicator: User) -> None:
    now = timezone.now()
    drafting.reopen(waiting, camden_communicator, now)
    kept = factory.fresh(waiting)
    words = DraftContent.from_json(kept.draft.body).changed(parts=(factory.RED.replace("31-year-old ", ""),))
    version = drafting.autosave(kept, camden_communicator, words, kept.draft.version, now)
    changed = submission.submit(factory.fresh(waiting), camden_communicator, version, now)
    assert tries(send, camden_communicator, factory.fresh(changed)) <= REFUSED
    assert stands(changed)


@pytest.mark.parametrize("who", ["camden_commander", "dmc_admin", "auditor", "hackney_communicator", "camden_spoc"])
def test_whoever_the_table_does_not_name_never_decides_a_red_one(
    send: Send, waiting: Post, who: str, request: pytest.FixtureRequest
) -> None:
    assert tries(send, request.getfixturevalue(who), waiting) <= REFUSED
    assert stands(waiting)


def test_the_communicator_of_the_borough_decides(send: Send, waiting: Post, camden_communicator: User) -> None:
    assert tries(send, camden_communicator, waiting) & {200, 302}
    assert not stands(waiting)
