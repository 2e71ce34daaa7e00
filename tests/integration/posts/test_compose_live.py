"""What follows the typing: the verdict, and the draft that keeps itself."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import SocialAccount, User
from posts.models import Post
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db(transaction=True)
KEEP_LOW = 22


@pytest.fixture
def officer(client: Client, camden_officer: User, camden_noticeboard: SocialAccount) -> Client:
    client.force_login(camden_officer)
    return client


def verdict(officer: Client, account: SocialAccount, text: str, **fields: object) -> str:
    """The live parts for this text."""
    answer = officer.post("/posts/verdict/", {"accounts": [account.pk], "text": text, "when": "now"} | fields)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_green_text_shows_green_with_its_reason(officer: Client, camden_noticeboard: SocialAccount) -> None:
    parts = verdict(officer, camden_noticeboard, factory.GREEN)
    assert "Published at once" in parts
    assert "Nobody needs to approve it." in parts
    assert "Clause: " in parts
    assert "Publish now" in parts
    assert not Post.objects.exists()


def test_a_red_text_asks_whether_it_is_public_and_names_who_decides(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    parts = verdict(officer, camden_noticeboard, factory.RED)
    assert "Amber if this is already public: is it?" in parts
    assert "It waits for a Camden communicator to decide." in parts
    assert "Send for approval" in parts


def test_evidence_turns_the_charge_amber_and_the_button_says_that_it_is_told(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    parts = verdict(officer, camden_noticeboard, factory.RED, public_domain="yes", evidence="PR-2026-11873")
    assert "verdict--amber" in parts
    assert "Publish and tell" in parts


def test_a_claim_without_evidence_stays_red(officer: Client, camden_noticeboard: SocialAccount) -> None:
    parts = verdict(officer, camden_noticeboard, factory.RED, public_domain="yes")
    assert "Amber once you say where it was made public" in parts


def test_the_words_are_escaped_wherever_they_are_repeated(officer: Client, camden_noticeboard: SocialAccount) -> None:
    parts = verdict(officer, camden_noticeboard, "<script>alert(1)</script> has been charged with robbery")
    assert "<script>" not in parts


def test_nothing_typed_shows_no_light(officer: Client, camden_noticeboard: SocialAccount) -> None:
    assert "Write something and its light appears here." in verdict(officer, camden_noticeboard, "")


def test_a_verdict_takes_few_queries(
    officer: Client, camden_noticeboard: SocialAccount, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(KEEP_LOW):
        verdict(officer, camden_noticeboard, factory.RED)


def test_the_first_thing_typed_begins_a_draft_and_says_where(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    empty = officer.post("/posts/autosave/", {"accounts": [camden_noticeboard.pk], "text": "  "})
    assert (empty.json(), Post.objects.count()) == ({"saved": ""}, 0)
    kept = officer.post("/posts/autosave/", {"accounts": [camden_noticeboard.pk], "text": "Bike"}).json()
    post = Post.objects.get()
    assert kept["version"] == 1
    assert kept["url"] == f"/posts/{post.pk}/edit/"


def test_each_save_moves_the_version_on_and_a_stale_one_is_told(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    officer.post("/posts/autosave/", {"accounts": [camden_noticeboard.pk], "text": "Bike"})
    address = f"/posts/{Post.objects.get().pk}/autosave/"
    words = {"accounts": [camden_noticeboard.pk], "text": "Bike marking", "version": 1}
    assert officer.post(address, words).json()["version"] == 2
    late = officer.post(address, words | {"text": "Something else"})
    assert late.status_code == 409
    assert late.json()["theirs"] == "Bike marking"
    assert "saved a later version of this draft. Yours is kept below." in late.json()["message"]


def test_a_save_without_a_readable_version_overwrites_nothing(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    officer.post("/posts/autosave/", {"accounts": [camden_noticeboard.pk], "text": "Bike"})
    address = f"/posts/{Post.objects.get().pk}/autosave/"
    for version in ("", "²", "-1", "9" * 40):
        assert officer.post(address, {"text": "Other", "version": version}).status_code == 409


def test_a_draft_keeps_its_latest_light_for_the_list(officer: Client, camden_noticeboard: SocialAccount) -> None:
    officer.post("/posts/autosave/", {"accounts": [camden_noticeboard.pk], "text": factory.RED})
    assert Post.objects.get().draft.verdict["rag"] == "red"
    assert "light--red" in officer.get("/posts/").content.decode()
