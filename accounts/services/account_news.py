"""Who is told that an account moved: whoever acts next, or those it stops. Part of a use case: opens no transaction."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.domain.lifecycle import AccountStatus
from accounts.domain.roles import Role
from accounts.models import SocialAccount, User
from accounts.selectors import operators_of, role_holders
from accounts.services.notices import tell

NEXT = {
    AccountStatus.REQUESTED: (Role.SPOC, "asks for your endorsement"),
    AccountStatus.ENDORSED: (Role.COMMANDER, "asks for your support"),
    AccountStatus.SUPPORTED: (Role.DMC_ADMIN, "waits for training to be recorded"),
    AccountStatus.TRAINED: (Role.DMC_ADMIN, "waits for DMC’s approval"),
    AccountStatus.APPROVED: (Role.DMC_ADMIN, "is approved and can be put in use"),
}
STOPPED = {
    AccountStatus.SUSPENDED: "is suspended: nothing is published from it",
    AccountStatus.CLOSED: "is closed: nothing is published from it any more",
}


def spread_news(account: SocialAccount, event: int, concerned: Iterable[User]) -> int:
    """Tell whoever acts next on this account or is stopped by its new state, once an event; return how many."""
    status = AccountStatus(account.status)
    role, words = NEXT.get(status, (None, STOPPED.get(status)))
    if words is None:
        return 0
    return tell(
        role_holders(role, account.unit) if role else concerned,
        key=f"account-{account.pk}-event-{event}",
        kind="account",
        subject=f"{account.name} on {account.channel_in_words} {words}",
        body=f"{account.name} ({account.handle}) of {account.unit} {words}.",
        url=reverse("account", args=[account.pk]),
    )


def people_of(account: SocialAccount) -> list[User]:
    """Its owner, its deputy and its operators."""
    people = {operator.user for operator in operators_of(account)} | {account.owner, account.deputy}
    return [person for person in people if person is not None]
