"""The pages of people and of notices, through the eyes of those who use them."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import Appointment, Notice, User
from accounts.services import notices, people
from governance.models import AuditEvent
from tests.factories.people import nobody
from tests.factories.places import unit
from tests.factories.sessions import signed_in


def last_event() -> AuditEvent:
    return AuditEvent.objects.latest("pk")


def test_a_person_is_added_appointed_and_the_appointment_ended(dmc_admin: User) -> None:
    client, today = signed_in(dmc_admin), timezone.localdate()
    told = {"display_name": "PC Ana Reis", "email": "ana@force.example", "level": "probation"}
    where = client.post(reverse("person_add"), told).headers["Location"]
    ana = User.objects.get(email="ana@force.example")
    unit("camden")

    client.post(reverse("appoint", args=[ana.pk]), {"role": "officer", "unit": "camden"})
    held = Appointment.objects.get(user=ana)
    page = client.get(where).content.decode()
    client.post(reverse("appointment_end", args=[held.pk]), {"last_day": (today + timedelta(days=7)).isoformat()})

    held.refresh_from_db()
    assert "Officer" in page
    assert "Camden" in page
    assert held.ends_on == today + timedelta(days=7)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"role": "dmc-admin", "unit": "camden"}, "role of the DMC"),
        ({"role": "officer", "unit": "camden"}, "already has this role"),
        ({"role": "spoc", "unit": "camden", "ends_on": "2020-01-01"}, "cannot be before the first"),
    ],
)
def test_an_appointment_that_cannot_be_is_refused(
    dmc_admin: User, camden_officer: User, told: dict[str, str], words: str
) -> None:
    answer = signed_in(dmc_admin).post(reverse("appoint", args=[camden_officer.pk]), told)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Appointment.objects.filter(user=camden_officer).count() == 1


def test_nobody_appoints_or_suspends_themselves(dmc_admin: User) -> None:
    client = signed_in(dmc_admin)

    appointed = client.post(reverse("appoint", args=[dmc_admin.pk]), {"role": "auditor", "unit": "dmc"})
    suspended = client.post(reverse("person_suspend", args=[dmc_admin.pk]), {"reason": "Holiday"})

    assert (appointed.status_code, suspended.status_code) == (403, 403)


def test_a_suspended_person_no_longer_posts_and_comes_back(dmc_admin: User, camden_officer: User) -> None:
    client = signed_in(dmc_admin)

    client.post(reverse("person_suspend", args=[camden_officer.pk]), {"reason": "An inquiry"})
    camden_officer.refresh_from_db()
    assert camden_officer.suspended_at is not None
    client.post(reverse("person_reinstate", args=[camden_officer.pk]))

    camden_officer.refresh_from_db()
    assert camden_officer.suspended_at is None


def test_a_commander_grants_the_bypass_to_their_own_people_only(
    camden_commander: User, camden_officer: User, hackney_officer: User, dmc_admin: User
) -> None:
    ours, theirs = camden_officer.appointments.get(), hackney_officer.appointments.get()

    def ask(who: User, appointment: Appointment) -> int:
        return signed_in(who).post(reverse("appointment_bypass", args=[appointment.pk])).status_code

    assert ask(camden_commander, theirs) == 404
    assert ask(dmc_admin, ours) == 403
    assert ask(camden_commander, ours) == 302
    ours.refresh_from_db()
    assert ours.may_bypass


def test_notices_are_read_one_by_one_or_all_at_once(camden_communicator: User) -> None:
    client = signed_in(camden_communicator)
    with transaction.atomic():
        for key in ("a", "b", "c"):
            notices.tell([camden_communicator], key=key, kind="ladder", subject=f"Red: {key}", body="Six minutes left.")
    first = Notice.objects.earliest("pk")

    assert "Red: b" in client.get(reverse("notice_list")).content.decode()
    client.post(reverse("notices_read"), {"notice": first.pk})
    assert Notice.objects.filter(read_at__isnull=True).count() == 2
    client.post(reverse("notices_read"), {"notice": "x"})
    assert Notice.objects.filter(read_at__isnull=True).count() == 2
    client.post(reverse("notices_read"))
    assert not Notice.objects.filter(read_at__isnull=True).exists()
    assert "Nothing yet" in signed_in(nobody()).get(reverse("notice_list")).content.decode()


def test_a_password_link_is_shown_once_to_a_dmc_admin(dmc_admin: User, camden_officer: User) -> None:
    where = reverse("person_password_link", args=[camden_officer.pk])

    assert "/account/password/reset/key/" in signed_in(dmc_admin).post(where).content.decode()
    assert signed_in(camden_officer).post(where).status_code == 403
    assert last_event().action == "person.password-link-made"


def test_what_is_suspended_is_said_on_the_list_of_people(dmc_admin: User, camden_officer: User) -> None:
    people.suspend_person(camden_officer, actor=None, reason="An inquiry")

    page = signed_in(dmc_admin).get(f"{reverse('people_list')}?q=sadler").content.decode()

    assert "Suspended" in page
    assert "Ffion Prosser</a>" not in page


def test_somebody_new_is_told_where_to_choose_a_password(dmc_admin: User) -> None:
    told = {"display_name": "PC Ana Reis", "email": "ana@force.example", "level": "probation"}
    signed_in(dmc_admin).post(reverse("person_add"), told)

    assert Notice.objects.get(user__email="ana@force.example").url == reverse("account_reset_password")
