"""Trusted handles: whose posts may be repeated as green."""

from django.db import transaction
from django.utils import timezone

from accounts.domain.handles import plain_handle
from accounts.models import TrustedHandle, User
from accounts.permissions import AccountPermission
from accounts.services.authority import demand
from accounts.services.refusals import Refused, only_once
from governance import audit
from governance.services import epoch

TRUSTED_ALREADY = "This handle is trusted already."


@only_once(TRUSTED_ALREADY, "handle")
@transaction.atomic(durable=True)
def trust_handle(*, channel: str, handle: str, kind: str, actor: User | None) -> TrustedHandle:
    """List a handle as one worth repeating."""
    demand(AccountPermission.ADMINISTER, actor)
    plain = plain_handle(handle)
    if TrustedHandle.objects.filter(channel=channel, handle=plain).exists():
        raise Refused(TRUSTED_ALREADY, "handle")
    trusted = TrustedHandle.objects.create(
        channel=channel, handle=plain, kind=kind, added_by=actor, created_at=timezone.now()
    )
    audit.record(
        "handle.trusted", actor=actor, obj=trusted, payload={"channel": channel, "handle": plain, "kind": kind}
    )
    epoch.move()
    return trusted


@transaction.atomic(durable=True)
def distrust_handle(trusted: TrustedHandle, *, actor: User | None) -> None:
    """Take a handle off the list."""
    demand(AccountPermission.ADMINISTER, actor)
    payload = {"channel": trusted.channel, "handle": trusted.handle}
    audit.record("handle.distrusted", actor=actor, obj=trusted, payload=payload)
    trusted.delete()
    epoch.move()
