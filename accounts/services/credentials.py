"""Custody of what the portal signs in to a platform with. Encrypted at rest, never shown, never in the record."""

from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import Credential, SocialAccount
from accounts.permissions import AccountPermission
from accounts.services.authority import demand
from governance import audit

if TYPE_CHECKING:
    from accounts.models import User


class NoCredential(LookupError):
    """There is no secret for this account, or none of our keys opens it."""


def reveal(account: SocialAccount) -> str:
    """Return the account's secret, for the moment of sending only. Raises NoCredential."""
    kept = Credential.objects.filter(account=account).first()
    if kept is None:
        raise NoCredential("No access token is kept for this account.")
    try:
        return _lock().decrypt(bytes(kept.sealed)).decode()
    except InvalidToken:
        raise NoCredential("The account's access token was kept under a key that is no longer here.") from None


@transaction.atomic(durable=True)
def keep(account: SocialAccount, secret: str, actor: "User | None") -> Credential:
    """Keep a new secret for the account in place of the one before. Only a DMC admin may, or the portal itself."""
    demand(AccountPermission.ADMINISTER, actor, account)
    columns = {"sealed": _lock().encrypt(secret.encode()), "custodian": actor, "rotated_at": timezone.now()}
    kept, new = Credential.objects.update_or_create(
        account=account, defaults=columns | {"health": "", "checked_at": None}
    )
    action = "credential.kept" if new else "credential.rotated"
    audit.record(action, actor=actor, obj=account, unit_slug=account.unit.slug)
    return kept


def _lock() -> MultiFernet:
    """The first key locks; every key of the list opens, so that keys can be changed without losing a secret."""
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])
