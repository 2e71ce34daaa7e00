"""The API: the same rules as the pages, each refusal with its status and its words."""

import json
from typing import Any

import pytest
from django.test import Client

from accounts.models import SocialAccount, User
from accounts.services.tokens import issue_token, revoke_token
from posts.models import Post
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db


class Caller:
    """A person who uses the API with a token of their own."""

    def __init__(self, person: User) -> None:
        self.token, secret = issue_token(person, name="tests", actor=None)
        self.client = Client(headers={"Authorization": f"Bearer {secret}"})

    def get(self, path: str) -> Any:
        """Ask for a path below /api/v1."""
        return self.client.get(f"/api/v1{path}")

    def post(self, path: str, **body: Any) -> Any:
        """Send JSON to a path below /api/v1."""
        return self.client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json")

    def put(self, path: str, **body: Any) -> Any:
        """Replace something at a path below /api/v1."""
        return self.client.put(f"/api/v1{path}", json.dumps(body), content_type="application/json")


@pytest.fixture
def officer(camden_officer: User, camden_noticeboard: SocialAccount) -> Caller:
    return Caller(camden_officer)


def stated(account: SocialAccount, text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "accounts": [account.pk], "submit": True} | more


def decision_on(answer: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"decision_digest": answer["decision_digest"], "assessment": answer["assessment"]} | more


def test_without_a_token_nothing_is_answered(client: Client) -> None:
    assert client.get("/api/v1/posts").status_code == 401


def test_a_revoked_token_opens_nothing(officer: Caller) -> None:
    revoke_token(officer.token, actor=None)
    assert officer.get("/posts").status_code == 401


def test_a_green_post_is_created_and_cleared_in_one_request(officer: Caller, camden_noticeboard: SocialAccount) -> None:
    answer = officer.post("/posts", **stated(camden_noticeboard, factory.GREEN))
    assert answer.status_code == 201
    assert (answer.json()["light"], answer.json()["status"]) == ("green", "cleared")
    assert [row["status"] for row in officer.get(f"/posts/{answer.json()['id']}/deliveries").json()] == ["queued"]


@pytest.mark.smoke
def test_a_red_post_is_decided_by_the_communicator_on_what_they_read(
    officer: Caller, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    made = officer.post("/posts", **stated(camden_noticeboard, factory.RED)).json()
    decider = Caller(camden_communicator)
    waiting = decider.get("/desk").json()["decide"]
    assert [post["id"] for post in waiting] == [made["id"]]
    assert decider.post(f"/posts/{made['id']}/claim").json()["claimed_by"] == "Farah Okonjo"
    done = decider.post(f"/posts/{made['id']}/approve", **decision_on(waiting[0]))
    assert (done.status_code, done.json()["status"]) == (200, "cleared")
    again = decider.post(f"/posts/{made['id']}/approve", **decision_on(waiting[0]))
    assert again.status_code == 409


def test_the_author_cannot_decide_by_api_either(officer: Caller, camden_noticeboard: SocialAccount) -> None:
    made = officer.post("/posts", **stated(camden_noticeboard, factory.RED)).json()
    assert officer.post(f"/posts/{made['id']}/approve", **decision_on(made)).status_code == 403
    assert officer.get("/desk").status_code == 403


def test_another_boroughs_post_is_not_there(
    officer: Caller, camden_noticeboard: SocialAccount, hackney_communicator: User
) -> None:
    made = officer.post("/posts", **stated(camden_noticeboard, factory.RED)).json()
    stranger = Caller(hackney_communicator)
    assert stranger.get(f"/posts/{made['id']}").status_code == 404
    assert stranger.post(f"/posts/{made['id']}/approve", **decision_on(made)).status_code == 404


def test_a_forged_account_is_refused_and_nothing_is_kept(officer: Caller, hackney_noticeboard: SocialAccount) -> None:
    answer = officer.post("/posts", **stated(hackney_noticeboard, factory.GREEN))
    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["accounts"])
    assert not Post.objects.exists()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"text": "x" * 10_001}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"text": "Hello", "colour": "blue"}, "colour"),
        ({"text": "Hello", "accounts": ["one"]}, "accounts.0"),
        ({"text": "Hello", "late_choice": "never"}, "late_choice"),
        ({}, "text"),
    ],
)
def test_a_malformed_body_is_refused_at_its_field(officer: Caller, body: dict[str, Any], field: str) -> None:
    answer = officer.post("/posts", **body)
    assert answer.status_code == 422
    assert field in answer.json()["errors"]


def test_broken_json_is_a_bad_request(officer: Caller) -> None:
    answer = officer.client.post("/api/v1/posts", "{", content_type="application/json")
    assert answer.status_code == 400


def test_a_stale_version_is_a_conflict(officer: Caller, camden_noticeboard: SocialAccount) -> None:
    made = officer.post("/posts", text="First", accounts=[camden_noticeboard.pk]).json()
    body = {"text": "Second", "accounts": [camden_noticeboard.pk], "version": made["version"]}
    assert officer.put(f"/posts/{made['id']}", **body).status_code == 200
    stale = officer.put(f"/posts/{made['id']}", **body | {"text": "Third"})
    assert stale.status_code == 409
    assert "saved a later version" in stale.json()["detail"]


def test_a_missing_hour_is_refused_with_the_next_one_offered(
    officer: Caller, camden_noticeboard: SocialAccount
) -> None:
    late = {"when": "later", "wall_clock": "2027-03-28 01:30"}
    answer = officer.post("/posts", **stated(camden_noticeboard, factory.GREEN, **late))
    assert "The next time is 02:00." in answer.json()["errors"]["wall_clock"][0]


def test_a_verdict_is_given_with_reasons_and_nothing_is_kept(
    officer: Caller, camden_noticeboard: SocialAccount
) -> None:
    answer = officer.post("/verdict", text=factory.RED, accounts=[camden_noticeboard.pk]).json()
    assert answer["rag"] == "red"
    assert any(finding["slug"] == "charge-details" and finding["reason"] for finding in answer["findings"])
    assert not Post.objects.exists()
