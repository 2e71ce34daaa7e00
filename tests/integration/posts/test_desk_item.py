"""What a decider reads on the page of one post."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import SocialAccount, User
from governance.models import AuditEvent
from posts.models import Comment, Post
from posts.services import review
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db
Do = Callable[..., Any]


class TestThePage:
    """What a decider reads."""

    def test_it_shows_words_reasons_declarations_and_changes(
        self, client: Client, red: Post, camden_communicator: User
    ) -> None:
        review.send_back(
            red, camden_communicator, factory.seen(red), timezone.now(), ["Wording or tone"], "Name the road."
        )
        evidence = "Released 12:40, https://news.example/1?a=1&b=2, not http://plain.example"
        again = factory.resent(
            red, factory.RED + " It was Fortess Road.", public_domain=False, evidence=evidence, note="Soon, please <b>"
        )
        client.force_login(camden_communicator)
        page = client.get(f"/desk/{again.pk}/").content.decode()
        for words in (
            "Changed since revision 1, which you returned at",
            "<ins>",
            "Name the road.",
            "Soon, please &lt;b&gt;",
        ):
            assert words in page
        assert "<mark" in page

    def test_only_https_evidence_is_a_link(
        self, client: Client, camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
    ) -> None:
        evidence = "https://news.example/1 and http://plain.example and javascript:alert(1)"
        post = factory.sent(camden_officer, camden_noticeboard, factory.RED, public_domain=True, evidence=evidence)
        client.force_login(camden_communicator)
        page = client.get(f"/desk/{post.pk}/").content.decode()
        assert 'rel="noopener noreferrer nofollow" target="_blank" href="https://news.example/1"' in page
        assert 'href="http://plain' not in page
        assert 'href="javascript' not in page

    def test_similar_posts_show_how_they_were_decided(
        self, client: Client, red: Post, camden_officer: User, camden_noticeboard: SocialAccount, press_bureau: User
    ) -> None:
        other = factory.sent(camden_officer, camden_noticeboard, factory.RED)
        review.reject(other, press_bureau, factory.seen(other), timezone.now(), [], "Not public yet.")
        client.force_login(press_bureau)
        page = client.get(f"/desk/{red.pk}/").content.decode()
        assert "Similar posts and how they were decided" in page
        assert "Not public yet." in page

    def test_what_is_said_there_is_kept(self, do: Do, red: Post, camden_spoc: User) -> None:
        do(camden_spoc, red, "comment", note="The court date is right.")
        assert Comment.objects.get().text == "The court date is right."

    def test_every_decision_is_on_the_record(self, do: Do, red: Post, camden_communicator: User) -> None:
        do(camden_communicator, red, "approve")
        do(camden_communicator, red, "undo")
        actions = set(AuditEvent.objects.filter(actor=camden_communicator).values_list("action", flat=True))
        assert {"post.approve", "post.undo"} <= actions
