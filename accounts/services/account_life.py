"""The one writer of an account's state after it was entered: one move of the table at a time."""

from django.db import transaction
from django.utils import timezone

from accounts.domain.lifecycle import MOVES, AccountStatus, Move, find_move
from accounts.models import SocialAccount, User
from accounts.services.account_news import people_of, spread_news
from accounts.services.authority import demand, forbid_oneself
from accounts.services.operators import withdraw_operators
from accounts.services.refusals import MovedOn, Refused
from governance import audit
from governance.services import epoch

NEEDS_REASON = frozenset({"suspend", "close"})
HAPPENED = {
    "endorse": "account.endorsed",
    "support": "account.supported",
    "train": "account.trained",
    "approve": "account.approved",
    "activate": "account.activated",
    "review": "account.put-under-review",
    "suspend": "account.suspended",
    "close": "account.closed",
}


@transaction.atomic(durable=True)
def move_account(account: SocialAccount, action: str, *, actor: User | None, reason: str = "") -> None:
    """Take one step in the account's life. Raises MovedOn where the table or somebody quicker does not allow it."""
    demand_move(account, action, actor)
    move = find_move(account.status, action)
    if move is None:
        raise MovedOn(f"This account is {AccountStatus(account.status).label.lower()}: it cannot be moved that way.")
    _ask(move, account, actor, reason)
    if SocialAccount.objects.filter(pk=account.pk, status=move.source).update(status=move.target) != 1:
        raise MovedOn("Somebody else moved this account just now. Look again before you move it.")
    account.refresh_from_db()
    concerned = people_of(account)
    if move.target is AccountStatus.CLOSED:
        withdraw_operators(account, timezone.now())
    payload = {"from": move.source.value, "to": move.target.value, "reason": reason}
    event = audit.record(HAPPENED[action], actor=actor, obj=account, unit_slug=account.unit.slug, payload=payload)
    spread_news(account, event.pk, concerned)
    epoch.move()


def demand_move(account: SocialAccount, action: str, actor: User | None) -> None:
    """Raise PermissionDenied unless the actor may ever make this kind of move with this account."""
    permissions = {move.permission for move in MOVES if move.action == action}
    for permission in permissions:
        demand(permission, actor, account)


def suspend_account(account: SocialAccount, *, actor: User | None, reason: str) -> None:
    """Stop an account at once: what is queued or being sent from it stops at the last check."""
    move_account(account, "suspend", actor=actor, reason=reason)


def reinstate_account(account: SocialAccount, *, actor: User | None, reason: str = "") -> None:
    """End a suspension or a review."""
    move_account(account, "activate", actor=actor, reason=reason)


def close_account(account: SocialAccount, *, actor: User | None, reason: str) -> None:
    """Close an account for good and withdraw its operators."""
    move_account(account, "close", actor=actor, reason=reason)


def _ask(move: Move, account: SocialAccount, actor: User | None, reason: str) -> None:
    if move.action == "approve":
        forbid_oneself(actor, account.owner, "Nobody approves their own account.")
    if move.action in NEEDS_REASON and not reason.strip():
        raise Refused("Say why.", "reason")
