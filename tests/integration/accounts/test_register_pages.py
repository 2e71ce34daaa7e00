"""The pages of the register, through the eyes of those who use them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts import selectors
from accounts.models import Notice, SocialAccount, User
from accounts.services import register
from governance.models import AuditEvent
from tests.factories.people import account, nobody, person
from tests.factories.sessions import signed_in

ENTRY = {"name": "Kentish Town Police", "handle": "@KentishTown", "kind": "ward", "channel": "x", "unit": "camden"}


def last_event() -> AuditEvent:
    return AuditEvent.objects.latest("pk")


def test_a_dmc_admin_enters_an_account_and_finds_it_in_the_register(dmc_admin: User, camden_spoc: User) -> None:
    client = signed_in(dmc_admin)

    answer = client.post(reverse("account_add"), ENTRY | {"owner": camden_spoc.email, "why": "The ward asked"})

    made = SocialAccount.objects.get()
    assert answer.headers["Location"] == reverse("account", args=[made.pk])
    assert (made.handle, made.owner, made.status) == ("KentishTown", camden_spoc, "active")
    assert b"Kentish Town Police" in client.get(reverse("account_list")).content
    assert b"The ward asked" in client.get(answer.headers["Location"]).content


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"handle": "two words"}, "no spaces"),
        ({"handle": "CAMDEN"}, "in the register already"),
        ({"owner": "nobody@force.example"}, "Nobody you can see"),
        ({"kind": "temporary"}, "needs a day on which it ends"),
        ({"unit": "atlantis"}, "Select a valid choice"),
        ({"name": ""}, "fill this in"),
    ],
)
def test_a_wrong_entry_is_refused_beside_its_field_and_nothing_typed_is_lost(
    dmc_admin: User, camden_noticeboard: SocialAccount, wrong: dict[str, str], words: str
) -> None:
    typed = ENTRY | {"channel": "noticeboard", "why": "Because of the market"} | wrong
    answer = signed_in(dmc_admin).post(reverse("account_add"), typed)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Because of the market" in answer.content.decode()
    assert SocialAccount.objects.count() == 1


def test_an_officer_makes_the_case_and_each_step_is_taken_by_who_may(
    camden_officer: User, camden_spoc: User, camden_commander: User, dmc_admin: User
) -> None:
    signed_in(camden_officer).post(reverse("account_ask"), ENTRY)
    made = SocialAccount.objects.get()

    for who, action in (
        (camden_spoc, "endorse"),
        (camden_commander, "support"),
        (dmc_admin, "train"),
        (dmc_admin, "approve"),
        (dmc_admin, "activate"),
    ):
        assert signed_in(camden_officer).post(reverse("account_move", args=[made.pk, action])).status_code == 403
        assert signed_in(who).post(reverse("account_move", args=[made.pk, action])).status_code == 302

    made.refresh_from_db()
    assert made.status == "active"


def test_the_owner_of_an_account_does_not_approve_it(dmc_admin: User) -> None:
    asked = account("camden", owner=dmc_admin)
    SocialAccount.objects.filter(pk=asked.pk).update(status="trained")

    answer = signed_in(dmc_admin).post(reverse("account_move", args=[asked.pk, "approve"]))

    assert answer.status_code == 403
    assert "Nobody approves their own account" in answer.content.decode()


def test_a_suspension_needs_a_reason_and_the_page_shows_it(dmc_admin: User, camden_noticeboard: SocialAccount) -> None:
    client = signed_in(dmc_admin)
    suspend = reverse("account_move", args=[camden_noticeboard.pk, "suspend"])

    assert "Say why." in client.post(suspend, {"reason": "  "}).content.decode()
    client.post(suspend, {"reason": "A witness was named"})

    camden_noticeboard.refresh_from_db()
    assert camden_noticeboard.status == "suspended"
    assert b"A witness was named" in client.get(reverse("account", args=[camden_noticeboard.pk])).content


def test_whoever_suspends_second_is_told(dmc_admin: User, camden_noticeboard: SocialAccount) -> None:
    register.suspend_account(camden_noticeboard, actor=None, reason="First")

    answer = signed_in(dmc_admin).post(
        reverse("account_move", args=[camden_noticeboard.pk, "suspend"]), {"reason": "Second"}
    )

    assert answer.status_code == 409
    assert "cannot be moved that way" in answer.content.decode()


def test_a_change_of_floor_is_kept_with_what_stood_before(dmc_admin: User, camden_noticeboard: SocialAccount) -> None:
    client = signed_in(dmc_admin)
    change = reverse("account_change", args=[camden_noticeboard.pk])
    shown = client.get(change).context["form"].initial

    client.post(change, {name: value for name, value in shown.items() if value} | {"floor": "amber"})

    camden_noticeboard.refresh_from_db()
    assert camden_noticeboard.floor == "amber"
    assert last_event().payload.body == {"floor": ["", "amber"]}


def test_an_operator_is_added_by_address_and_removed(
    dmc_admin: User, camden_spoc: User, camden_noticeboard: SocialAccount
) -> None:
    client = signed_in(dmc_admin)
    add = reverse("operator_add", args=[camden_noticeboard.pk])

    assert client.post(add, {"person": camden_spoc.email}).status_code == 302
    assert "already" in client.post(add, {"person": camden_spoc.email}).content.decode()
    operator = camden_noticeboard.operators.get(user=camden_spoc)
    client.post(reverse("operator_remove", args=[camden_noticeboard.pk, operator.pk]))

    operator.refresh_from_db()
    assert operator.ends_at is not None


def test_people_see_the_register_of_their_own_units_only(
    camden_officer: User, camden_noticeboard: SocialAccount, hackney_noticeboard: SocialAccount, auditor: User
) -> None:
    seen = signed_in(camden_officer).get(reverse("account_list")).content.decode()
    all_of_it = signed_in(auditor).get(reverse("account_list")).content.decode()

    assert "Hackney Police" not in seen
    assert "Hackney Police" in all_of_it
    assert signed_in(camden_officer).get(reverse("account", args=[hackney_noticeboard.pk])).status_code == 404


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("view=suspended", ["Bexley Police"]),
        ("q=BEX", ["Bexley Police"]),
        ("unit=camden", ["Camden Police"]),
        ("channel=mastodon", []),
        ("view=nonsense&unit=atlantis&page=99", ["Bexley Police", "Camden Police"]),
    ],
)
def test_the_register_is_narrowed_by_view_words_unit_and_channel(
    dmc_admin: User, filters: str, found: list[str]
) -> None:
    account("camden")
    register.suspend_account(account("bexley"), actor=None, reason="A breach")

    answer = signed_in(dmc_admin).get(f"{reverse('account_list')}?{filters}")

    assert [row["account"].name for row in answer.context["rows"]] == found


@pytest.mark.parametrize("name", ["account_list", "people_list"])
def test_a_longer_list_asks_the_database_no_more_often(dmc_admin: User, name: str) -> None:
    client = signed_in(dmc_admin)
    account("camden", person("officer", "camden"))
    with CaptureQueriesContext(connection) as short:
        client.get(reverse(name))
    for _ in range(12):
        account("camden", person("officer", "camden"))
    with CaptureQueriesContext(connection) as long:
        client.get(reverse(name))

    assert len(long) <= len(short)


def test_a_person_without_any_appointment_sees_an_empty_register(camden_noticeboard: SocialAccount) -> None:
    client = signed_in(nobody())

    assert "No accounts here" in client.get(reverse("account_list")).content.decode()
    assert client.get(reverse("account_ask")).status_code == 403


def test_each_who_acts_next_on_a_case_is_told_once(
    camden_officer: User, camden_spoc: User, camden_commander: User, dmc_admin: User
) -> None:
    signed_in(camden_officer).post(reverse("account_ask"), ENTRY)
    made = SocialAccount.objects.get()
    register.move_account(made, "endorse", actor=camden_spoc)
    register.move_account(made, "support", actor=camden_commander)

    told = [(notice.user, notice.subject.split(" on X ")[1]) for notice in Notice.objects.order_by("pk")]
    assert told == [
        (camden_spoc, "asks for your endorsement"),
        (camden_commander, "asks for your support"),
        (dmc_admin, "waits for training to be recorded"),
    ]


def test_those_a_closure_stops_are_told(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    register.close_account(camden_noticeboard, actor=None, reason="Merged")

    assert Notice.objects.get(user=camden_officer).subject.endswith("nothing is published from it any more")


def test_a_handle_is_trusted_once_and_no_longer(dmc_admin: User) -> None:
    client, told = signed_in(dmc_admin), {"channel": "x", "handle": "@CamdenCouncil", "kind": "council"}

    assert client.post(reverse("handle_add"), told).status_code == 302
    assert "trusted already" in client.post(reverse("handle_add"), told).content.decode()
    assert selectors.is_trusted_handle("x", "camdencouncil")
    client.post(reverse("handle_remove", args=[selectors.trusted_handles().get().pk]))

    assert not selectors.is_trusted_handle("x", "camdencouncil")
