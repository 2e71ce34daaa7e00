"""Who may do what, asked of the rules themselves, and what services leave behind."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product

import pytest
import rules
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts import selectors
from accounts.domain.lifecycle import MOVES, AccountStatus
from accounts.domain.move_words import MOVE_WORDS
from accounts.models import Appointment, SocialAccount, User
from accounts.permissions import AccountPermission as May
from accounts.services import people, register
from accounts.services.refusals import MovedOn
from governance.selectors import epoch
from tests.factories.people import account, nobody, person
from tests.factories.places import unit


def test_every_permission_has_a_rule_and_nobody_has_any_without_signing_in(camden_noticeboard: SocialAccount) -> None:
    for permission in May:
        assert rules.perm_exists(permission)
        for nobody_there, thing in product((None,), (None, camden_noticeboard)):
            assert not rules.has_perm(permission, nobody_there, thing)


def test_being_superuser_gives_nothing(camden_noticeboard: SocialAccount) -> None:
    root = nobody()
    User.objects.filter(pk=root.pk).update(is_superuser=True)
    root.refresh_from_db()

    assert not any(rules.has_perm(permission, root, camden_noticeboard) for permission in May)


@pytest.mark.parametrize(
    "status", [status for status in AccountStatus if status not in (AccountStatus.ACTIVE, AccountStatus.UNDER_REVIEW)]
)
def test_nobody_posts_from_an_account_that_is_not_in_use(
    camden_officer: User, camden_noticeboard: SocialAccount, status: AccountStatus
) -> None:
    assert rules.has_perm(May.POST_FROM, camden_officer, camden_noticeboard)
    SocialAccount.objects.filter(pk=camden_noticeboard.pk).update(status=status)
    camden_noticeboard.refresh_from_db()

    assert not rules.has_perm(May.POST_FROM, camden_officer, camden_noticeboard)
    assert not selectors.accounts_to_post_from(camden_officer).exists()


@pytest.mark.parametrize("column", [{"is_active": False}, {"suspended_at": timezone.now()}])
def test_nobody_suspended_or_gone_posts_sees_or_decides(
    camden_officer: User, camden_noticeboard: SocialAccount, column: dict[str, object]
) -> None:
    User.objects.filter(pk=camden_officer.pk).update(**column)
    camden_officer.refresh_from_db()

    assert not rules.has_perm(May.POST_FROM, camden_officer, camden_noticeboard)
    assert not selectors.accounts_to_post_from(camden_officer).exists()
    assert not selectors.units_seen_by(camden_officer).exists()
    assert selectors.roles_for(camden_officer, camden_noticeboard.unit) == frozenset()
    assert camden_officer not in selectors.role_holders("officer", camden_noticeboard.unit)


def test_an_account_that_ran_out_is_not_posted_from(camden_officer: User) -> None:
    ended = account("camden", camden_officer, kind="temporary", expires_at=timezone.now() - timedelta(minutes=1))

    assert not rules.has_perm(May.POST_FROM, camden_officer, ended)
    assert not selectors.accounts_to_post_from(camden_officer).exists()


def test_an_operator_removed_no_longer_posts(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    register.remove_operator(camden_noticeboard.operators.get(), actor=None)

    assert not rules.has_perm(May.POST_FROM, camden_officer, camden_noticeboard)


def test_closing_an_account_withdraws_its_operators(camden_officer: User, camden_noticeboard: SocialAccount) -> None:
    register.close_account(camden_noticeboard, actor=None, reason="Merged")

    assert not selectors.operators_of(camden_noticeboard).exists()


def test_an_appointment_covers_its_unit_and_those_below(camden_spoc: User, hackney_officer: User) -> None:
    seen = selectors.units_seen_by(camden_spoc)

    assert selectors.roles_for(camden_spoc, unit("kentish-town")) == {"spoc"}
    assert unit("kentish-town") in seen
    assert unit("hackney") not in seen
    assert unit("met") not in seen


def test_a_units_path_does_not_cover_a_unit_whose_name_begins_alike(camden_spoc: User) -> None:
    assert not camden_spoc.holds("spoc", unit("camden-lock"))
    assert camden_spoc not in selectors.role_holders("spoc", unit("camden-lock"))


def test_the_social_media_team_is_the_communicator_of_specialist_units(
    social_media_team: User, camden_communicator: User
) -> None:
    mounted = unit("mounted-branch")

    assert selectors.audience("communicator-on-duty", mounted) == [social_media_team]
    assert selectors.audience("communicator-on-duty", unit("kentish-town")) == [camden_communicator]
    assert "communicator" in selectors.roles_for(social_media_team, mounted)
    assert "communicator" not in selectors.roles_for(social_media_team, unit("camden"))
    assert mounted in selectors.units_decided_by(social_media_team, {"communicator"})
    assert not selectors.units_decided_by(social_media_team, {"communicator"}).filter(slug="camden").exists()


def test_the_head_of_dmc_on_call_is_a_flag_on_an_appointment(borough_support: User, press_bureau: User) -> None:
    assert selectors.audience("head-of-dmc-on-call", unit("camden")) == [borough_support]


def test_an_appointment_counts_from_its_first_day_through_its_last(camden_officer: User) -> None:
    today = timezone.localdate()
    held = camden_officer.appointments.get()

    people.end_appointment(held, actor=None, on=today)

    assert camden_officer.holds("officer", unit("camden"), on=today)
    assert not camden_officer.holds("officer", unit("camden"), on=today + timedelta(days=1))
    assert not camden_officer.holds("officer", unit("camden"), on=today - timedelta(days=1))


@pytest.mark.parametrize(
    ("fixture", "line"),
    [
        ("camden_officer", "Camden officer"),
        ("camden_spoc", "Camden SPOC"),
        ("dmc_admin", "DMC admin"),
    ],
)
def test_the_line_under_a_name_says_where_and_what(request: pytest.FixtureRequest, fixture: str, line: str) -> None:
    assert selectors.person_line(request.getfixturevalue(fixture)) == line


@pytest.mark.parametrize("action", sorted(MOVE_WORDS))
def test_an_account_moves_only_as_its_table_says(dmc_admin: User, action: str) -> None:
    for status in AccountStatus:
        entry = account("camden")
        SocialAccount.objects.filter(pk=entry.pk).update(status=status)
        entry.refresh_from_db()
        target = next((move.target for move in MOVES if (move.source, move.action) == (status, action)), None)
        if target is None:
            with pytest.raises(MovedOn):
                register.move_account(entry, action, actor=None, reason="A reason")
        else:
            register.move_account(entry, action, actor=None, reason="A reason")
        entry.refresh_from_db()
        assert entry.status == (target or status)


def test_of_two_who_move_an_account_one_wins_and_the_other_is_told(camden_noticeboard: SocialAccount) -> None:
    stale = SocialAccount.objects.get(pk=camden_noticeboard.pk)
    register.suspend_account(camden_noticeboard, actor=None, reason="First")

    with pytest.raises(MovedOn, match="just now"):
        register.close_account(stale, actor=None, reason="Second")


def test_of_two_who_change_the_same_column_the_second_is_told(camden_noticeboard: SocialAccount) -> None:
    stale = SocialAccount.objects.get(pk=camden_noticeboard.pk)
    case = register.AccountCase(kind="borough", name="Camden Police", handle="camden", floor="red")
    register.change_account(camden_noticeboard, case, actor=None)

    with pytest.raises(MovedOn):
        register.change_account(stale, case, actor=None)


STOPS: list[Callable[[User, SocialAccount], object]] = [
    lambda who, account: people.suspend_person(who, actor=None, reason="An inquiry"),
    lambda who, account: people.change_level(who, level="probation", actor=None),
    lambda who, account: people.end_appointment(who.appointments.get(), actor=None),
    lambda who, account: register.suspend_account(account, actor=None, reason="A breach"),
    lambda who, account: register.remove_operator(account.operators.get(), actor=None),
    lambda who, account: register.change_account(
        account, register.AccountCase(kind="borough", name="C", handle="camden", floor="red"), actor=None
    ),
    lambda who, account: register.trust_handle(channel="x", handle="@camdencouncil", kind="council", actor=None),
]


@pytest.mark.parametrize("stop", STOPS)
def test_whatever_stops_posts_or_changes_lights_moves_the_epoch(
    camden_officer: User, camden_noticeboard: SocialAccount, stop: Callable[[User, SocialAccount], object]
) -> None:
    before = epoch()

    stop(camden_officer, camden_noticeboard)

    assert epoch() > before


def test_services_refuse_whoever_the_rules_do_not_name(
    camden_communicator: User, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    held = Appointment.objects.get(user=camden_officer)
    tries: list[Callable[[], object]] = [
        lambda: people.suspend_person(camden_officer, actor=camden_communicator, reason="x"),
        lambda: people.appoint(camden_officer, unit=held.unit, role="spoc", actor=camden_communicator),
        lambda: people.end_appointment(held, actor=camden_communicator),
        lambda: people.grant_bypass(held, granted=True, actor=camden_communicator),
        lambda: people.add_person(email="a@force.example", display_name="A", actor=camden_communicator),
        lambda: register.suspend_account(camden_noticeboard, actor=camden_communicator, reason="x"),
        lambda: register.add_operator(camden_noticeboard, camden_communicator, actor=camden_communicator),
        lambda: register.trust_handle(channel="x", handle="h", kind="partner", actor=camden_communicator),
    ]
    for attempt in tries:
        with pytest.raises(PermissionDenied):
            attempt()


def test_an_auditor_asks_for_no_account(auditor: User) -> None:
    assert not rules.has_perm(May.REQUEST, auditor, unit("camden"))
    assert not selectors.units_worked_in_by(auditor).exists()


def test_a_second_role_in_the_same_unit_is_counted(db: None) -> None:
    both = person("officer", "camden")
    people.appoint(both, unit=unit("camden"), role="spoc", actor=None)

    assert selectors.roles_for(both, unit("camden")) == {"officer", "spoc"}
