"""Deciding by the pages: each action by each role, two deciders at once, what was seen, and what was typed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import SocialAccount, User
from accounts.services import register
from posts.models import Comment, Post, Publication, Review
from posts.services import drafting, review
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db
Do = Callable[..., Any]
DECIDERS = ("camden_communicator", "borough_support", "social_media_team", "press_bureau")
NOT_NAMED = ("camden_spoc", "hackney_communicator")
NO_DESK = ("camden_officer", "camden_commander", "dmc_admin", "auditor")
ACTIONS = ("approve", "return", "reject", "ask")


@pytest.mark.parametrize("who", DECIDERS)
@pytest.mark.parametrize(
    ("action", "status"), [("approve", "cleared"), ("return", "returned"), ("reject", "rejected"), ("ask", "waiting")]
)
def test_whoever_the_table_names_can_decide(
    who: str, action: str, status: str, request: pytest.FixtureRequest, do: Do, red: Post
) -> None:
    assert do(request.getfixturevalue(who), red, action).status_code == 302
    assert factory.fresh(red).status == status


@pytest.mark.parametrize("who", NOT_NAMED)
@pytest.mark.parametrize("action", ACTIONS)
def test_nobody_else_with_a_desk_can(who: str, action: str, request: pytest.FixtureRequest, do: Do, red: Post) -> None:
    assert do(request.getfixturevalue(who), red, action).status_code in (403, 404)
    assert factory.fresh(red).status == "waiting"
    assert not Review.objects.exists()


@pytest.mark.parametrize("who", NO_DESK)
@pytest.mark.parametrize("action", [*ACTIONS, "claim", "take-over", "acknowledge", "withdraw", "undo", "comment"])
def test_nobody_without_a_desk_can_do_anything_there(
    who: str, action: str, request: pytest.FixtureRequest, do: Do, red: Post
) -> None:
    assert do(request.getfixturevalue(who), red, action).status_code == 403
    assert not Review.objects.exists()
    assert not Comment.objects.exists()


def test_the_page_says_why_a_spoc_cannot_decide_a_red_post(client: Client, red: Post, camden_spoc: User) -> None:
    client.force_login(camden_spoc)
    page = client.get(f"/desk/{red.pk}/").content.decode()
    assert "You cannot decide this because a red post of this unit is decided by Press Bureau" in page
    assert "Approve revision" not in page


def test_the_page_says_why_its_author_cannot(
    client: Client, camden_communicator: User, camden_noticeboard: SocialAccount
) -> None:
    register.add_operator(camden_noticeboard, camden_communicator, actor=None)
    post = factory.sent(camden_communicator, camden_noticeboard, factory.RED)
    client.force_login(camden_communicator)
    page = client.get(f"/desk/{post.pk}/").content.decode()
    assert "because you wrote it" in page
    assert "Approve revision" not in page


def test_the_page_says_that_a_topic_belongs_to_dmc(
    client: Client, camden_communicator: User, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, "The terror threat level has changed to severe.")
    client.force_login(camden_communicator)
    assert "You cannot decide this because a post on" in client.get(f"/desk/{post.pk}/").content.decode()


@pytest.mark.parametrize("path", ["/desk/999999/", "/desk/999999/approve/", "/desk/999999/claim/"])
def test_a_forged_number_leads_nowhere(path: str, client: Client, camden_communicator: User) -> None:
    client.force_login(camden_communicator)
    method = client.get if path.count("/") == 3 else client.post
    assert method(path).status_code == 404


def test_a_post_of_another_borough_leads_nowhere(client: Client, red: Post, hackney_communicator: User) -> None:
    client.force_login(hackney_communicator)
    assert client.get(f"/desk/{red.pk}/").status_code == 404
    assert client.post(f"/desk/{red.pk}/claim/").status_code == 404


@pytest.mark.parametrize("action", ["approve", "return", "reject", "ask", "claim", "release", "acknowledge", "undo"])
def test_an_action_is_never_taken_by_opening_a_link(
    action: str, client: Client, red: Post, camden_communicator: User
) -> None:
    client.force_login(camden_communicator)
    assert client.get(f"/desk/{red.pk}/{action}/").status_code == 405


class TestTwoDeciders:
    """The first wins; the other is told by whom and when, and keeps what was typed."""

    def test_the_second_is_told_who_was_first(
        self, do: Do, red: Post, camden_communicator: User, press_bureau: User
    ) -> None:
        review.approve(red, press_bureau, factory.seen(red), timezone.now())
        answer = do(camden_communicator, factory.fresh(red), "reject", note="Not yet public.")
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Ruaridh Bell decided this at" in page
        assert "Nothing you did was sent." in page
        assert "Not yet public." in page
        assert Review.objects.count() == 1

    def test_a_second_press_of_ones_own_says_so(self, do: Do, red: Post, camden_communicator: User) -> None:
        do(camden_communicator, red, "approve")
        answer = do(camden_communicator, red, "approve")
        assert answer.status_code == 409
        assert "You decided this at" in answer.content.decode()
        assert Publication.objects.count() == 1

    def test_a_revision_sent_meanwhile_must_be_read_first(self, do: Do, red: Post, camden_communicator: User) -> None:
        factory.resent(red, factory.RED + " More on Monday.")
        answer = do(camden_communicator, red, "approve")
        assert answer.status_code == 409
        assert "PC Imran Sadler sent revision 2" in answer.content.decode()
        assert factory.fresh(red).status == "waiting"

    def test_a_post_taken_back_meanwhile_says_so(self, do: Do, red: Post, borough_support: User) -> None:
        drafting.reopen(factory.fresh(red), red.author, timezone.now())
        answer = do(borough_support, red, "return", note="Drop the court.")
        assert answer.status_code == 409
        assert "PC Imran Sadler took this back" in answer.content.decode()
        assert "Drop the court." in answer.content.decode()

    @pytest.mark.parametrize("seen", [{"decision_digest": "f" * 64}, {"assessment": 1_000_000}, {"assessment": ""}])
    def test_what_was_not_seen_is_not_approved(
        self, seen: dict[str, Any], do: Do, red: Post, camden_communicator: User
    ) -> None:
        assert do(camden_communicator, red, "approve", **seen).status_code == 409
        assert factory.fresh(red).status == "waiting"


class TestReasons:
    """A refusal says why."""

    @pytest.mark.parametrize("action", ["return", "reject"])
    def test_without_a_reason_nothing_is_decided(
        self, action: str, do: Do, red: Post, camden_communicator: User
    ) -> None:
        answer = do(camden_communicator, red, action, note="  ")
        assert answer.status_code == 422
        assert "Error: Say w" in answer.content.decode()
        assert not Review.objects.exists()

    def test_ticks_are_kept_with_the_sentence(self, do: Do, red: Post, camden_communicator: User) -> None:
        do(camden_communicator, red, "return", reasons=["Charge details (reason 1)", "Wording or tone"], note="Wait.")
        found = Review.objects.get()
        assert (found.reasons, found.note) == (["Charge details (reason 1)", "Wording or tone"], "Wait.")

    def test_what_was_ticked_stays_ticked_when_the_page_comes_back(
        self, do: Do, red: Post, camden_communicator: User
    ) -> None:
        answer = do(camden_communicator, red, "return", reasons=["x" * 200], note="Wait.")
        assert answer.status_code == 422
        assert "Wait." in answer.content.decode()

    def test_a_question_needs_words(self, do: Do, red: Post, camden_communicator: User) -> None:
        assert do(camden_communicator, red, "ask", note="").status_code == 422
