"""The pages of policy and record: what each role sees and may send."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from governance.models import Edition, EditionSwitch, GuidanceNotice, Incident, Seal
from governance.services import policy
from governance.services.sealing import seal_what_is_new
from tests.factories.people import PASSWORD, person
from tests.integration.governance.records import event, events

pytestmark = pytest.mark.django_db


def as_(someone: Any) -> Client:
    client = Client()
    client.force_login(someone, backend="django.contrib.auth.backends.ModelBackend")
    return client


def notice(**changes: Any) -> dict[str, Any]:
    ends = timezone.localtime() + timedelta(hours=3)
    return {
        "title": "Fireworks",
        "advice": "Say nothing of who sold them.",
        "words": "fireworks\nbangers\n",
        "light": "amber",
        "release": "ask",
        "starts_at": f"{timezone.localtime():%Y-%m-%dT%H:%M}",
        "ends_at": f"{ends:%Y-%m-%dT%H:%M}",
    } | changes


@pytest.mark.parametrize("name", ["guidance", "incidents", "policy"])
def test_everybody_signed_in_reads_policy_guidance_and_incidents(name: str, camden_officer: Any) -> None:
    assert as_(camden_officer).get(reverse(name)).status_code == 200
    assert Client().get(reverse(name)).status_code == 302


@pytest.mark.parametrize("name", ["seals", "seals_file", "accessibility"])
def test_everybody_reads_seals_and_the_accessibility_statement(name: str) -> None:
    assert Client().get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["guidance_new", "incident_new"])
def test_an_officer_neither_publishes_guidance_nor_declares_an_incident(name: str, camden_officer: Any) -> None:
    assert as_(camden_officer).get(reverse(name)).status_code == 403
    assert as_(camden_officer).post(reverse(name), notice()).status_code == 403


def test_the_press_bureau_publishes_and_withdraws_guidance(press_bureau: Any) -> None:
    client = as_(press_bureau)
    assert client.get(reverse("guidance_new")).status_code == 200
    assert client.post(reverse("guidance_new"), notice()).status_code == 302
    made = GuidanceNotice.objects.get()
    assert made.words == ["fireworks", "bangers"]
    assert "Fireworks" in client.get(reverse("guidance")).content.decode()
    assert client.post(reverse("guidance_withdraw", args=[made.slug])).status_code == 302
    again = client.post(reverse("guidance_withdraw", args=[made.slug]), follow=True)
    assert "withdrawn already" in again.content.decode()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("ends_at", "2020-01-01T00:00", "This time has passed"),
        ("ends_at", "tomorrow", "Give a day and a time"),
        ("ends_at", "2027-03-28T01:30", "The clocks change then"),
        ("title", "", "Give it a title."),
        ("light", "purple", "purple"),
    ],
)
def test_guidance_that_does_not_hold_together_is_given_back(
    field: str, value: str, words: str, press_bureau: Any
) -> None:
    page = as_(press_bureau).post(reverse("guidance_new"), notice(**{field: value}))
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "Say nothing of who sold them." in page.content.decode()
    assert not GuidanceNotice.objects.exists()


def test_red_guidance_that_publishes_at_once_is_refused(press_bureau: Any) -> None:
    page = as_(press_bureau).post(reverse("guidance_new"), notice(light="red", release="tell"))
    assert "A red post always waits" in page.content.decode()


def test_an_incident_is_declared_and_stood_down_with_the_password(press_bureau: Any, camden_officer: Any) -> None:
    client = as_(press_bureau)
    assert client.get(reverse("incident_new")).status_code == 200
    said = {"level": "major", "title": "Fire", "speakers": camden_officer.email, "password": PASSWORD}
    assert client.post(reverse("incident_new"), said).status_code == 302
    incident = Incident.objects.get()
    assert list(incident.speakers.all()) == [camden_officer]
    end = reverse("incident_stand_down", args=[incident.pk])
    assert client.get(end).status_code == 200
    assert client.post(end, {"password": "not it"}).status_code == 422
    assert client.post(end, {"password": PASSWORD}).status_code == 302
    assert client.get(end).status_code == 404
    assert "Fire" in client.get(reverse("incidents")).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"password": "not it"}, "not your password"), ({"speakers": "nobody@x.example"}, "Nobody here has the address")],
)
def test_an_incident_is_not_declared(changes: dict[str, str], words: str, press_bureau: Any) -> None:
    said = {"level": "major", "title": "Fire", "password": PASSWORD} | changes
    page = as_(press_bureau).post(reverse("incident_new"), said)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert not Incident.objects.exists()


def test_a_switch_is_proposed_by_one_dmc_admin_and_approved_by_another(dmc_admin: Any) -> None:
    policy.seed_editions()
    wanted = Edition.objects.get(slug="mps-2012")
    when = f"{timezone.localtime() + timedelta(hours=1):%Y-%m-%dT%H:%M}"
    one, two = as_(dmc_admin), as_(person("dmc-admin"))
    assert one.get(reverse("policy_switch_new")).status_code == 200
    assert one.post(reverse("policy_switch_new"), {"edition": wanted.pk}).status_code == 422
    page = one.post(reverse("policy_switch_new"), {"edition": wanted.pk, "applies_from": when})
    switch = EditionSwitch.objects.get(approved_at__isnull=True)
    assert page["Location"] == reverse("policy_switch", args=[switch.pk])
    assert one.post(reverse("policy_switch_approve", args=[switch.pk])).status_code == 403
    assert "you can" not in one.get(reverse("policy_switch", args=[switch.pk])).content.decode()
    assert "you can" in two.get(reverse("policy_switch", args=[switch.pk])).content.decode()
    assert two.post(reverse("policy_switch_approve", args=[switch.pk])).status_code == 302
    switch.refresh_from_db()
    assert switch.approved_at is not None
    assert "Decided" in two.get(reverse("policy_switch", args=[switch.pk])).content.decode()


@pytest.mark.parametrize("slug", ["mps-2012", "mps-2016", "mps-union"])
def test_every_edition_can_be_read(slug: str, camden_officer: Any) -> None:
    policy.seed_editions()
    row = Edition.objects.get(slug=slug)
    page = as_(camden_officer).get(reverse("policy_edition", args=[row.digest])).content.decode()
    assert "Specialist" in page
    assert as_(camden_officer).get(reverse("policy_edition", args=["0" * 64])).status_code == 404


@pytest.mark.parametrize("role", ["officer", "communicator", "spoc", "commander"])
def test_nobody_in_a_borough_reads_the_record(role: str) -> None:
    someone = person(role, "camden")
    assert as_(someone).get(reverse("record")).status_code == 403
    assert as_(someone).get(reverse("record_event", args=[event().pk])).status_code == 403


def test_the_record_is_narrowed_to_one_object_and_paged_by_key(auditor: Any) -> None:
    made = events(60)
    client = as_(auditor)
    first = client.get(reverse("record"), {"type": "policyepoch", "id": "1"})
    assert [row.pk for row in first.context["page"].rows] == [one.pk for one in reversed(made)][:50]
    second = client.get(reverse("record") + first.context["older_url"])
    assert [row.pk for row in second.context["page"].rows] == [one.pk for one in reversed(made)][50:]
    assert "No event matches" in client.get(reverse("record"), {"type": "nothing"}).content.decode()
    assert client.get(reverse("record"), {"before": "x" * 90, "person": "-1", "id": "\x00"}).status_code == 200


def test_an_event_is_shown_with_its_payload_and_its_proof(auditor: Any) -> None:
    made = event(words="<b>what was said</b>")
    address = reverse("record_event", args=[made.pk])
    assert "Not sealed yet" in as_(auditor).get(address).content.decode()
    page = as_(auditor).get(address).content.decode()
    assert "&lt;b&gt;what was said&lt;/b&gt;" in page


@pytest.mark.django_db(transaction=True)
def test_a_sealed_event_is_proved_on_its_page_and_on_the_page_of_seals(auditor: Any) -> None:
    made = events(7)
    seal_what_is_new()
    page = as_(auditor).get(reverse("record_event", args=[made[4].pk]))
    assert page.context["proof"].holds
    seal = Seal.objects.latest("number")
    assert seal.digest in Client().get(reverse("seals")).content.decode()
    lines = Client().get(reverse("seals_file")).getvalue().splitlines()
    assert json.loads(lines[-1])["root"] == seal.root
