"""The page of one post: what it tells to whom, and what can be done from it."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Notice, SocialAccount, User
from governance.models import AuditEvent
from posts.models import Comment, Post
from posts.services import review
from posts.services.publishing import publish_due
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def post(camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User) -> Post:
    """A red post that waits."""
    return factory.sent(camden_officer, camden_noticeboard, factory.RED, note="The court told us at 9")


def read(client: Client, person: User, post: Post) -> str:
    client.force_login(person)
    page = client.get(f"/posts/{post.pk}/")
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_it_shows_light_reasons_declarations_and_history(client: Client, camden_officer: User, post: Post) -> None:
    page = read(client, camden_officer, post)
    for words in ("Why it has this light", "Charge details", "The court told us at 9", "Sent for approval"):
        assert words in page


def test_the_author_may_take_it_back_and_the_auditor_may_only_read(
    client: Client, camden_officer: User, auditor: User, post: Post
) -> None:
    assert "Take it back" in read(client, camden_officer, post)
    seen = read(client, auditor, post)
    assert "Take it back" not in seen
    assert "Give it up" not in seen
    assert client.post(f"/posts/{post.pk}/reopen/").status_code == 404


def test_an_officer_of_another_borough_does_not_find_it(client: Client, hackney_officer: User, post: Post) -> None:
    client.force_login(hackney_officer)
    assert client.get(f"/posts/{post.pk}/").status_code == 404


def test_a_remark_is_recorded_and_reaches_who_took_part(
    client: Client, camden_officer: User, camden_communicator: User, post: Post
) -> None:
    client.force_login(camden_communicator)
    client.post(f"/posts/{post.pk}/comments/", {"text": "Is the date right?"})
    assert Comment.objects.get().kind == "remark"
    assert AuditEvent.objects.filter(action="post.remark-made").exists()
    assert Notice.objects.filter(user=camden_officer, kind="remark").exists()
    assert not Notice.objects.filter(user=camden_communicator, kind="remark").exists()


def test_an_empty_remark_is_refused_at_its_field(client: Client, camden_officer: User, post: Post) -> None:
    client.force_login(camden_officer)
    page = client.post(f"/posts/{post.pk}/comments/", {"text": "  "})
    assert page.status_code == 422
    assert "Write something first." in page.content.decode()


def test_a_decision_stands_there_with_its_reason(
    client: Client, camden_officer: User, camden_communicator: User, post: Post
) -> None:
    review.send_back(post, camden_communicator, factory.seen(post), timezone.now(), ["Wording"], "Lose the court.")
    page = read(client, camden_officer, post)
    assert "Returned by Farah Okonjo" in page
    assert "Wording; Lose the court." in page


def test_giving_a_post_up_ends_it(client: Client, camden_officer: User, post: Post) -> None:
    client.force_login(camden_officer)
    client.post(f"/posts/{post.pk}/give-up/")
    assert factory.fresh(post).status == "abandoned"
    assert "Given up" in read(client, camden_officer, post)


def test_withdrawing_needs_a_reason(client: Client, camden_officer: User, post: Post) -> None:
    client.force_login(camden_officer)
    page = client.post(f"/posts/{post.pk}/withdraw/", {"note": ""})
    assert page.status_code == 422
    assert "Say why it is withdrawn." in page.content.decode()


def test_withdrawing_what_is_not_out_says_so(client: Client, camden_officer: User, post: Post) -> None:
    client.force_login(camden_officer)
    page = client.post(f"/posts/{post.pk}/withdraw/", {"note": "Wrong street"}, follow=True)
    assert "Nothing of this post is out." in page.content.decode()


def test_what_was_published_can_be_withdrawn_with_a_reason(
    client: Client, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard)
    publish_due(timezone.now())
    assert "Withdraw it" in read(client, camden_officer, post)
    client.post(f"/posts/{post.pk}/withdraw/", {"note": "Wrong station"})
    publish_due(timezone.now())
    page = read(client, camden_officer, post)
    assert "Withdrawn by PC Imran Sadler" in page
    assert "Wrong station" in page


def test_whoever_may_decide_is_led_to_the_desk_and_the_author_is_not(
    client: Client, camden_officer: User, camden_communicator: User, post: Post
) -> None:
    assert "Decide it on the desk" in read(client, camden_communicator, post)
    assert "Decide it on the desk" not in read(client, camden_officer, post)
