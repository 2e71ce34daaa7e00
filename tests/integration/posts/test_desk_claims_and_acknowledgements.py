"""Claims, undo, acknowledging and withdrawing, by the pages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import SocialAccount, User
from posts.models import LadderStep, Post, Publication
from posts.services import claims, review
from posts.services.publishing import publish_due
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db
Do = Callable[..., Any]


class TestClaims:
    """Opening claims nothing; a claim is given, kept, given back, and taken over with a note."""

    def test_opening_claims_nothing(self, client: Client, red: Post, camden_communicator: User) -> None:
        client.force_login(camden_communicator)
        client.get(f"/desk/{red.pk}/")
        assert factory.fresh(red).claimed_by is None

    def test_claiming_from_the_desk_leads_back_to_its_row(self, do: Do, red: Post, camden_communicator: User) -> None:
        answer = do(camden_communicator, red, "claim", "?from=desk&tab=red")
        assert answer["Location"] == f"/desk/?tab=red#post-{red.pk}"
        assert factory.fresh(red).claimed_by == camden_communicator

    def test_a_claimed_post_says_who_has_it(
        self, do: Do, red: Post, camden_communicator: User, press_bureau: User
    ) -> None:
        claims.claim(red, press_bureau, timezone.now())
        answer = do(camden_communicator, red, "claim")
        assert answer.status_code == 409
        assert "Ruaridh Bell has claimed this until" in answer.content.decode()

    def test_taking_over_needs_a_note(self, do: Do, red: Post, camden_communicator: User, press_bureau: User) -> None:
        claims.claim(red, press_bureau, timezone.now())
        assert do(camden_communicator, red, "take-over", note="").status_code == 422
        assert do(camden_communicator, red, "take-over", note="She is on the phone.").status_code == 302
        assert factory.fresh(red).claimed_by == camden_communicator

    def test_a_claim_is_given_back(self, do: Do, red: Post, camden_communicator: User) -> None:
        claims.claim(red, camden_communicator, timezone.now())
        do(camden_communicator, red, "release")
        assert factory.fresh(red).claimed_by is None


class TestAfterwards:
    """Undo, acknowledging, withdrawing."""

    def test_approving_leads_to_the_next_with_an_undo_bar(
        self,
        do: Do,
        client: Client,
        red: Post,
        camden_communicator: User,
        camden_officer: User,
        camden_noticeboard: SocialAccount,
    ) -> None:
        second = factory.sent(camden_officer, camden_noticeboard, factory.RED)
        answer = do(camden_communicator, red, "approve")
        assert answer["Location"] == f"/desk/{second.pk}/?next=1"
        page = client.get(answer["Location"]).content.decode()
        assert f'action="/desk/{red.pk}/undo/"' in page
        assert "It goes out in" in page

    def test_after_the_last_one_comes_the_desk(self, do: Do, red: Post, camden_communicator: User) -> None:
        assert do(camden_communicator, red, "approve")["Location"] == "/desk/"

    def test_undo_brings_it_back(self, do: Do, red: Post, camden_communicator: User) -> None:
        do(camden_communicator, red, "approve")
        do(camden_communicator, red, "undo")
        assert factory.fresh(red).status == "waiting"
        assert Publication.objects.get().status == "cancelled"

    def test_only_who_approved_can_undo(self, do: Do, red: Post, camden_communicator: User, press_bureau: User) -> None:
        do(camden_communicator, red, "approve")
        assert do(press_bureau, red, "undo").status_code == 403
        assert factory.fresh(red).status == "cleared"

    def test_a_question_pauses_amber_and_never_red(
        self, do: Do, red: Post, camden_communicator: User, camden_officer: User, camden_noticeboard: SocialAccount
    ) -> None:
        amber = factory.sent(camden_officer, camden_noticeboard, "Tonight's lantern walk passed with a hum of kazoos.")
        for post in (red, amber):
            do(camden_communicator, post, "ask", note="Who said so?")
        states = {
            post.light: set(LadderStep.objects.filter(post=post).values_list("state", flat=True))
            for post in (red, amber)
        }
        assert "paused" in states["amber"]
        assert "paused" not in states["red"]


class TestWhatIsOut:
    """Told ambers: acknowledged one by one or several together, and withdrawn."""

    @pytest.fixture
    def told(self, camden_officer: User, camden_noticeboard: SocialAccount) -> list[Post]:
        return [self.published(camden_officer, camden_noticeboard) for _ in range(3)]

    def published(self, author: User, account: SocialAccount) -> Post:
        post = factory.sent(author, account, factory.AMBER, public_domain=True, evidence="The council's page")
        publish_due(timezone.now())
        return factory.fresh(post)

    def test_it_is_acknowledged(self, do: Do, told: list[Post], camden_communicator: User) -> None:
        answer = do(camden_communicator, told[0], "acknowledge", "?from=desk")
        assert answer["Location"].startswith("/desk/#post-")
        assert factory.fresh(told[0]).acknowledged_by == camden_communicator

    def test_the_second_to_acknowledge_is_told(
        self, do: Do, told: list[Post], camden_communicator: User, press_bureau: User
    ) -> None:
        do(press_bureau, told[0], "acknowledge")
        answer = do(camden_communicator, told[0], "acknowledge")
        assert answer.status_code == 409
        assert "Ruaridh Bell acknowledged this" in answer.content.decode()

    def test_several_are_acknowledged_together(
        self, client: Client, told: list[Post], camden_communicator: User, press_bureau: User
    ) -> None:
        review.acknowledge(told[0], press_bureau, timezone.now())
        client.force_login(camden_communicator)
        numbers = [*(post.pk for post in told), 999_999, "x"]
        page = client.post("/desk/acknowledge/", {"post": numbers}, follow=True).content.decode()
        assert "2 posts acknowledged." in page
        assert "1 had been acknowledged before you" in page
        assert not Post.objects.filter(must_acknowledge=True, acknowledged_at=None).exists()

    def test_ticking_none_acknowledges_none(self, client: Client, told: list[Post], camden_communicator: User) -> None:
        client.force_login(camden_communicator)
        page = client.post("/desk/acknowledge/", follow=True).content.decode()
        assert "Tick at least one post first." in page

    def test_withdrawing_needs_a_reason_and_takes_it_down(
        self, do: Do, told: list[Post], camden_communicator: User
    ) -> None:
        assert do(camden_communicator, told[0], "withdraw", note="").status_code == 422
        assert do(camden_communicator, told[0], "withdraw", note="The council asked.").status_code == 302
        assert Publication.objects.filter(operation="delete").count() == 1
        assert do(camden_communicator, told[0], "withdraw").status_code in (302, 409)
        assert Publication.objects.filter(operation="delete").count() == 1

    def test_whoever_withdraws_it_need_not_acknowledge_it(
        self, do: Do, client: Client, told: list[Post], camden_communicator: User
    ) -> None:
        do(camden_communicator, told[0], "withdraw", note="The council asked.")
        assert factory.fresh(told[0]).acknowledged_by == camden_communicator
        assert f'id="post-{told[0].pk}"' not in client.get("/desk/").content.decode()
