"""Who comes in, who is turned away, and what the record keeps of it."""

import re
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from accounts.models import ApiToken, User
from accounts.services import people, tokens
from governance.models import AuditEvent
from tests.factories.people import PASSWORD

LOGIN = "/account/login/"


def sign_in(client: Client, email: str, password: str = PASSWORD) -> str:
    answer = client.post(LOGIN, {"login": email, "password": password})
    return answer.headers.get("Location", "")


def actions() -> list[str]:
    return list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))


def test_coming_in_and_leaving_stand_in_the_record(client: Client, camden_officer: User) -> None:
    assert sign_in(client, camden_officer.email.upper()) == "/"
    client.post(reverse("account_logout"))

    assert actions()[-2:] == ["person.signed-in", "person.signed-out"]


@pytest.mark.parametrize("email", ["officer@camden.demo", "nobody@force.example"])
def test_a_failed_sign_in_stands_in_the_record(client: Client, camden_officer: User, email: str) -> None:
    assert sign_in(client, email, "not the password") == ""

    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.actor) == ("person.sign-in-failed", None)
    assert event.payload.body == {"known": email == camden_officer.email}


def test_a_suspended_person_cannot_sign_in(client: Client, camden_officer: User) -> None:
    people.suspend_person(camden_officer, actor=None, reason="An inquiry")

    assert sign_in(client, camden_officer.email) == reverse("account_inactive")
    assert client.get(reverse("account_inactive")).status_code == 200
    assert actions()[-1] == "person.turned-away"


def test_a_suspension_ends_an_open_session(client: Client, camden_officer: User) -> None:
    sign_in(client, camden_officer.email)
    people.suspend_person(camden_officer, actor=None, reason="An inquiry")

    assert client.get("/").headers["Location"] == reverse("account_inactive")
    assert client.get("/").headers["Location"].startswith(LOGIN)


def test_nobody_makes_an_account_for_themselves(client: Client, db: None) -> None:
    client.post("/account/signup/", {"email": "new@force.example", "password1": PASSWORD})

    assert not User.objects.exists()


def test_nobody_changes_the_address_they_sign_in_with(client: Client, camden_officer: User) -> None:
    sign_in(client, camden_officer.email)

    assert client.get("/account/email/").status_code == 404


def test_the_first_admin_sets_a_password_by_a_link_that_works_once(client: Client, db: None) -> None:
    said = StringIO()
    call_command("create_first_admin", "chief@force.example", "--name", "Ch Insp Ade Bright", stdout=said)
    (path,) = re.findall(r"http://[^/]+(/\S+)", said.getvalue())

    form = client.get(path, follow=True)
    where = form.redirect_chain[-1][0]
    client.post(where, {"password1": "quite-another-word", "password2": "quite-another-word"})

    assert sign_in(client, "chief@force.example", "quite-another-word") == "/"
    assert "person.password-set" in actions()
    assert "password/reset/key/" in path
    assert b"password1" not in Client().get(path, follow=True).content


def test_there_is_only_one_first_admin(dmc_admin: User) -> None:
    with pytest.raises(CommandError, match="DMC admin already"):
        call_command("create_first_admin", "chief@force.example")


def test_a_token_opens_the_door_until_it_is_revoked_or_its_person_suspended(camden_officer: User) -> None:
    said = StringIO()
    call_command("issue_api_token", camden_officer.email, stdout=said)
    secret = said.getvalue().strip()

    assert tokens.recognise(secret) == camden_officer
    assert tokens.recognise(secret + "x") is None
    assert secret not in str(list(ApiToken.objects.values()))
    people.suspend_person(camden_officer, actor=None, reason="An inquiry")
    assert tokens.recognise(secret) is None
    people.reinstate_person(camden_officer, actor=None)
    tokens.revoke_token(ApiToken.objects.get(), actor=camden_officer)
    assert tokens.recognise(secret) is None


def test_a_token_is_refused_to_an_unknown_address(db: None) -> None:
    with pytest.raises(CommandError, match="Nobody here"):
        call_command("issue_api_token", "nobody@force.example")


def test_somebody_new_gets_a_link_by_mail_and_sets_a_password(client: Client, db: None) -> None:
    people.add_person(email="new@force.example", display_name="PC New", actor=None)

    client.post(reverse("account_reset_password"), {"email": "new@force.example"})
    client.post(reverse("account_reset_password"), {"email": "nobody@force.example"})

    (letter,) = mail.outbox
    (path,) = re.findall(r"http://[^/]+(/account/password/reset/key/\S+)", letter.body)
    form = client.get(path, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": "quite-another-word", "password2": "quite-another-word"})
    assert sign_in(client, "new@force.example", "quite-another-word") == "/"


def test_a_person_shows_their_password_again_by_the_address_they_sign_in_with(
    client: Client, camden_officer: User
) -> None:
    sign_in(client, camden_officer.email)

    again = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    wrong = client.post(reverse("account_reauthenticate"), {"password": "not the password"})

    assert (again.status_code, wrong.status_code) == (302, 200)


def test_a_person_changes_their_password_and_the_record_knows(client: Client, camden_officer: User) -> None:
    sign_in(client, camden_officer.email)
    new = "quite-another-word"

    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert "person.password-set" in actions()
    assert sign_in(Client(), camden_officer.email, new) == "/"
