"""The desk as a page: who has one, what stands on it, and what it costs to ask again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import SocialAccount, Unit, User
from posts.models import Post
from posts.services import claims, review
from tests.factories import posts as factory
from tests.factories.waiting import waiting_post

pytestmark = pytest.mark.django_db
DECIDERS = (
    "camden_communicator",
    "camden_spoc",
    "borough_support",
    "social_media_team",
    "press_bureau",
    "hackney_communicator",
)
OTHERS = ("camden_officer", "camden_commander", "dmc_admin", "auditor")


@pytest.fixture
def shown(client: Client) -> Callable[..., str]:
    """`shown(person, tab="red")` is the desk this person sees."""

    def look(person: User, **asked: Any) -> str:
        client.force_login(person)
        return client.get("/desk/", asked).content.decode()

    return look


@pytest.fixture
def camden(camden_officer: User) -> Unit:
    return camden_officer.current_appointments()[0].unit


@pytest.mark.parametrize("who", DECIDERS)
def test_whoever_may_ever_decide_has_a_desk(who: str, request: pytest.FixtureRequest, client: Client) -> None:
    client.force_login(request.getfixturevalue(who))
    assert client.get("/desk/").status_code == 200
    assert client.get("/desk/list/").status_code == 200


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_has_one(who: str, request: pytest.FixtureRequest, client: Client, red: Post) -> None:
    client.force_login(request.getfixturevalue(who))
    for path in ("/desk/", "/desk/list/", f"/desk/{red.pk}/"):
        assert client.get(path).status_code == 403


def test_a_waiting_red_post_stands_on_the_desk_of_its_deciders_only(
    shown: Callable[..., str],
    red: Post,
    camden_communicator: User,
    press_bureau: User,
    camden_spoc: User,
    hackney_communicator: User,
) -> None:
    row = f'id="post-{red.pk}"'
    assert row in shown(camden_communicator)
    assert row in shown(press_bureau)
    assert row not in shown(camden_spoc)
    assert row not in shown(hackney_communicator)


def test_a_row_says_what_it_is_from_whom_and_for_how_long(
    shown: Callable[..., str], red: Post, camden_communicator: User
) -> None:
    page = shown(camden_communicator)
    for words in ("Charge details", "PC Imran Sadler", "Camden Police: Noticeboard", "not published", "Waiting 0 s"):
        assert words in page
    assert f"/desk/{red.pk}/claim/?from=desk" in page


def test_a_claim_shows_whose_it_is(
    shown: Callable[..., str], red: Post, camden_communicator: User, press_bureau: User
) -> None:
    claims.claim(red, press_bureau, timezone.now())
    assert "Ruaridh Bell" in shown(camden_communicator, tab="red")
    assert f"/desk/{red.pk}/release/" in shown(press_bureau)


def test_a_claim_that_ran_out_is_free_again(shown: Callable[..., str], red: Post, camden_communicator: User) -> None:
    Post.objects.filter(pk=red.pk).update(
        claimed_by=camden_communicator, claimed_until=timezone.now() - timedelta(minutes=1)
    )
    assert f"/desk/{red.pk}/claim/" in shown(camden_communicator)


def test_a_topic_that_only_dmc_decides_is_shown_to_its_borough_without_a_claim(
    shown: Callable[..., str], camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    text = "The terror threat level has changed to severe. Stay alert."
    post = factory.sent(camden_officer, camden_noticeboard, text)
    page = shown(camden_communicator)
    assert f'id="post-{post.pk}"' in page
    assert "decides this" in page
    assert f"/desk/{post.pk}/claim/" not in page


@pytest.mark.parametrize(
    ("asked", "is_there"),
    [
        ({"tab": "red"}, True),
        ({"tab": "amber"}, False),
        ({"tab": "held"}, False),
        ({"topic": "charge-details"}, True),
        ({"topic": "appeal"}, False),
        ({"unit": "camden"}, True),
        ({"claimed": "nobody"}, True),
        ({"claimed": "me"}, False),
        ({"order": "newest"}, True),
        ({"tab": "nonsense", "unit": "atlantis", "after": "x"}, True),
    ],
)
def test_filters_narrow_the_desk(
    asked: dict[str, str], is_there: bool, shown: Callable[..., str], red: Post, camden_communicator: User
) -> None:
    assert (f'id="post-{red.pk}"' in shown(camden_communicator, **asked)) is is_there


def test_threat_to_life_stands_first_then_red_then_whoever_waited_longest(
    shown: Callable[..., str], camden_officer: User, camden: Unit, camden_communicator: User
) -> None:
    now = timezone.now()
    ages = {"amber": 50, "young red": 5, "old red": 9, "life": 1}
    urgency = {"amber": 100, "young red": 200, "old red": 200, "life": 600}
    posts = {
        name: waiting_post(
            camden_officer,
            camden,
            now - timedelta(minutes=minutes),
            light="amber" if name == "amber" else "red",
            urgency=urgency[name],
        )
        for name, minutes in ages.items()
    }
    page = shown(camden_communicator)
    places = {name: page.index(f'id="post-{post.pk}"') for name, post in posts.items()}
    assert sorted(places, key=places.__getitem__) == ["life", "old red", "young red", "amber"]


def test_the_fifty_first_is_on_the_next_page_and_none_is_lost(
    client: Client, camden_officer: User, camden: Unit, camden_communicator: User
) -> None:
    now = timezone.now()
    posts = {waiting_post(camden_officer, camden, now - timedelta(seconds=n // 3), urgency=200).pk for n in range(53)}
    client.force_login(camden_communicator)
    first = client.get("/desk/", {"tab": "red"})
    more = first.context["groups"][0]["more_url"]
    second = client.get(more)
    rows = [[row["number"] for row in page.context["groups"][0]["rows"]] for page in (first, second)]
    assert [len(one) for one in rows] == [50, 3]
    assert {*rows[0], *rows[1]} == posts


def test_the_desk_asks_the_database_as_often_for_forty_posts_as_for_four(
    client: Client, camden_officer: User, camden: Unit, camden_communicator: User
) -> None:
    """What policy says is left out of the count: outside a test's transaction it is read once an epoch."""
    client.force_login(camden_communicator)
    client.get("/desk/")

    def queries(count: int) -> int:
        for light, release in (("red", "ask"), ("amber", "ask"), ("amber", "tell")):
            for _ in range(count):
                waiting_post(camden_officer, camden, timezone.now(), light=light, release=release)
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert client.get("/desk/").status_code == 200
        return sum("governance_" not in one["sql"] for one in found)

    assert queries(1) == queries(12) <= 32


def test_an_empty_desk_says_so_and_when_the_last_one_went(
    shown: Callable[..., str], red: Post, camden_communicator: User, press_bureau: User
) -> None:
    review.approve(red, press_bureau, factory.seen(red), timezone.now())
    page = shown(camden_communicator)
    assert "Nothing is waiting" in page
    assert "The last one, a red, was decided by Ruaridh Bell at" in page
    assert "See the 1 decided today" in page


def test_what_was_decided_today_is_listed(
    shown: Callable[..., str], red: Post, camden_communicator: User, press_bureau: User
) -> None:
    review.reject(red, press_bureau, factory.seen(red), timezone.now(), ["Wording or tone"], "")
    page = shown(camden_communicator, tab="decided")
    assert "Rejected by Ruaridh Bell" in page
    assert "Wording or tone" in page


def test_words_on_the_desk_are_escaped(
    shown: Callable[..., str], camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    factory.sent(camden_officer, camden_noticeboard, "Man charged <script>alert(1)</script> on Fortess Road.")
    assert "<script>alert" not in shown(camden_communicator)
