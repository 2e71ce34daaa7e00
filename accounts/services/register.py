"""The register of accounts: asked for, entered, changed. Its other doors are gathered here for those who come in."""

import re

from django.db import transaction
from django.utils import timezone

from accounts.domain.lifecycle import AccountKind, AccountStatus
from accounts.models import SocialAccount, Unit, User
from accounts.permissions import AccountPermission
from accounts.services.account_case import AccountCase, plain
from accounts.services.account_life import close_account, move_account, reinstate_account, suspend_account
from accounts.services.account_news import spread_news
from accounts.services.authority import demand
from accounts.services.handles import distrust_handle, trust_handle
from accounts.services.operators import add_operator, remove_operator
from accounts.services.refusals import MovedOn, Refused, only_once
from governance import audit
from governance.services import epoch

ENTERED_ALREADY = "This handle is in the register already."
NO_HANDLE = re.compile(r"[\s/?#\\]")
__all__ = [
    "AccountCase",
    "add_operator",
    "change_account",
    "close_account",
    "distrust_handle",
    "move_account",
    "register_account",
    "reinstate_account",
    "remove_operator",
    "request_account",
    "suspend_account",
    "trust_handle",
]


@only_once(ENTERED_ALREADY, "handle")
@transaction.atomic(durable=True)
def request_account(case: AccountCase, *, unit: Unit, channel: str, actor: User | None) -> SocialAccount:
    """Make the case for a new account; it starts as requested."""
    demand(AccountPermission.REQUEST, actor, unit)
    return _enter(case, unit, channel, AccountStatus.REQUESTED, "account.requested", actor)


@only_once(ENTERED_ALREADY, "handle")
@transaction.atomic(durable=True)
def register_account(case: AccountCase, *, unit: Unit, channel: str, actor: User | None) -> SocialAccount:
    """Enter an account that is in use already; it starts as active."""
    demand(AccountPermission.ADMINISTER, actor)
    return _enter(case, unit, channel, AccountStatus.ACTIVE, "account.registered", actor)


@only_once(ENTERED_ALREADY, "handle")
@transaction.atomic(durable=True)
def change_account(account: SocialAccount, case: AccountCase, *, actor: User | None) -> dict[str, object]:
    """Write what differs and return it; nothing is written where somebody else wrote the same columns first."""
    demand(AccountPermission.ADMINISTER, actor, account)
    before = AccountCase.of(account).columns()
    changed = {name: value for name, value in case.columns().items() if value != before[name]}
    if not changed:
        return {}
    _refuse_what_cannot_be(case, account.channel, besides=account)
    expected = {name: before[name] for name in changed}
    if SocialAccount.objects.filter(pk=account.pk, **expected).update(**changed) != 1:
        raise MovedOn("Somebody else changed this account just now. Look again before you change it.")
    account.refresh_from_db()
    payload = {name: [plain(before[name]), plain(value)] for name, value in changed.items()}
    audit.record("account.changed", actor=actor, obj=account, unit_slug=account.unit.slug, payload=payload)
    epoch.move()
    return changed


def _enter(
    case: AccountCase, unit: Unit, channel: str, status: AccountStatus, action: str, actor: User | None
) -> SocialAccount:
    _refuse_what_cannot_be(case, channel)
    account = SocialAccount.objects.create(
        unit=unit, channel=channel, status=status, created_at=timezone.now(), **case.columns()
    )
    payload = {name: plain(value) for name, value in case.columns().items()} | {"channel": channel}
    event = audit.record(action, actor=actor, obj=account, unit_slug=unit.slug, payload=payload)
    spread_news(account, event.pk, ())
    return account


def _refuse_what_cannot_be(case: AccountCase, channel: str, besides: SocialAccount | None = None) -> None:
    if NO_HANDLE.search(case.handle):
        raise Refused("A handle has no spaces and no slashes: it is part of an address.", "handle")
    same = SocialAccount.objects.filter(channel=channel, handle__iexact=case.handle).first()
    if same is not None and same != besides:
        raise Refused(ENTERED_ALREADY, "handle")
    if case.kind == AccountKind.TEMPORARY and case.expires_at is None:
        raise Refused("A temporary account needs a day on which it ends.", "expires_at")
