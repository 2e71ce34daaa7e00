"""My posts: each stands in one group, and its words say who has it and what happens next."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import SocialAccount, User
from posts.selectors.mine import all_my_posts
from posts.services import claims, conversation, drafting, review
from posts.services.publishing import publish_due
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db(transaction=True)
Pages = Callable[[], str]


@pytest.fixture
def my_posts(client: Client, camden_officer: User) -> Pages:
    """My posts as the officer sees them now."""
    client.force_login(camden_officer)
    return lambda: " ".join(client.get("/posts/").content.decode().split())


def test_nothing_sent_yet_says_where_to_begin(my_posts: Pages) -> None:
    assert "You have sent nothing yet. Start with a post about your ward; you see its light as you type." in my_posts()


def test_a_draft_waits_among_the_drafts(
    my_posts: Pages, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    factory.draft(camden_officer, camden_noticeboard)
    shown = my_posts()
    assert "Drafts" in shown
    assert "Needs you" not in shown
    assert "Go on writing" in shown


def test_a_returned_post_says_by_whom_and_why(
    my_posts: Pages, camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    review.send_back(post, camden_communicator, factory.seen(post), timezone.now(), [], "Take out the charge.")
    shown = my_posts()
    assert "Returned by Farah Okonjo at" in shown
    assert "“Take out the charge.” Change it and send it again" in shown
    assert "Change it" in shown


def test_a_question_waits_for_the_author_and_the_answer_closes_it(
    my_posts: Pages, camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    conversation.ask_author(post, camden_communicator, "Is she happy to be mentioned?", timezone.now())
    assert "Farah Okonjo asks: “Is she happy to be mentioned?”" in my_posts()
    conversation.comment(factory.fresh(post), camden_officer, "Yes.", timezone.now())
    assert "Needs you" not in my_posts()


def test_a_waiting_post_says_who_has_it_and_who_is_told_next(
    my_posts: Pages, camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    assert "Waits for somebody to decide" in my_posts()
    claims.claim(post, camden_communicator, timezone.now())
    shown = my_posts()
    assert "With Farah Okonjo" in shown
    assert "If nobody has decided by" in shown
    assert "Take it back" in shown


def test_a_scheduled_post_says_when_it_goes_out(
    my_posts: Pages, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    later = timezone.localtime(timezone.now() + timedelta(days=2)).strftime("%Y-%m-%d 08:00")
    factory.sent(camden_officer, camden_noticeboard, when="later", wall_clock=later)
    shown = my_posts()
    assert "Goes out on" in shown
    assert "It is judged once more at that moment." in shown


def test_a_published_post_says_where_and_links_to_it(
    my_posts: Pages, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    factory.sent(camden_officer, camden_noticeboard)
    publish_due(timezone.now())
    shown = my_posts()
    assert "Published at" in shown
    assert "On Noticeboard. Nothing more will happen." in shown
    assert "See it on Noticeboard" in shown


def test_a_rejected_post_did_not_go_out_and_says_why(
    my_posts: Pages, camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    review.reject(post, camden_communicator, factory.seen(post), timezone.now(), [], "Not ours to say.")
    shown = my_posts()
    assert "Did not go out" in shown
    assert "Rejected by Farah Okonjo" in shown
    assert "“Not ours to say.”" in shown


def test_a_draft_given_up_before_it_was_sent_is_gone_from_the_page(
    my_posts: Pages, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.draft(camden_officer, camden_noticeboard)
    drafting.abandon(post, camden_officer, timezone.now())
    assert "Given up" not in my_posts()


def test_all_my_posts_come_page_by_page_without_a_gap(
    client: Client, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    made = [factory.draft(camden_officer, camden_noticeboard, f"Post number {n}").pk for n in range(27)]
    now = timezone.now()
    first = all_my_posts(camden_officer, None, now)
    rest = all_my_posts(camden_officer, first[24].post.pk, now)
    assert [one.post.pk for one in (*first[:25], *rest)] == sorted(made, reverse=True)
    client.force_login(camden_officer)
    assert f"?before={first[24].post.pk}" in client.get("/posts/all/").content.decode()
    assert client.get("/posts/all/?before=nonsense").status_code == 200


def test_nobody_sees_the_posts_of_others_among_their_own(
    my_posts: Pages, hackney_officer: User, hackney_noticeboard: SocialAccount
) -> None:
    factory.draft(hackney_officer, hackney_noticeboard)
    assert "You have sent nothing yet." in my_posts()
