"""Operators: who is given leave to post from an account, and who loses it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.domain.lifecycle import AccountStatus
from accounts.models import Operator, SocialAccount, User
from accounts.permissions import AccountPermission
from accounts.predicates import is_in_good_standing
from accounts.services.authority import demand
from accounts.services.refusals import MovedOn, Refused
from governance import audit
from governance.services import epoch


@transaction.atomic(durable=True)
def add_operator(account: SocialAccount, person: User, *, actor: User | None) -> Operator:
    """Let a person post from an account, from now on."""
    demand(AccountPermission.ADMINISTER, actor, account)
    if account.status == AccountStatus.CLOSED:
        raise Refused("This account is closed.", "person")
    if not is_in_good_standing(person):
        raise Refused(f"{person} cannot sign in at present.", "person")
    now = timezone.now()
    operator, added = Operator.objects.get_or_create(
        account=account, user=person, ends_at=None, defaults={"starts_at": now, "added_by": actor}
    )
    if not added:
        raise Refused(f"{person} is an operator of this account already.", "person")
    _record("account.operator-added", operator, actor)
    epoch.move()
    return operator


@transaction.atomic(durable=True)
def remove_operator(operator: Operator, *, actor: User | None) -> None:
    """Take back a person's leave to post, at once."""
    demand(AccountPermission.ADMINISTER, actor, operator.account)
    if Operator.objects.filter(pk=operator.pk, ends_at__isnull=True).update(ends_at=timezone.now()) != 1:
        raise MovedOn(f"{operator.user} is no longer an operator of this account.")
    operator.refresh_from_db()
    _record("account.operator-removed", operator, actor)
    epoch.move()


def withdraw_operators(account: SocialAccount, at: datetime) -> None:
    """End every operator's leave, because the account closes. Part of a use case: opens no transaction."""
    account.operators.filter(ends_at__isnull=True).update(ends_at=at)


def _record(action: str, operator: Operator, actor: User | None) -> None:
    account = operator.account
    payload = {"person": operator.user_id, "operator": operator.pk}
    audit.record(action, actor=actor, obj=account, unit_slug=account.unit.slug, payload=payload)
