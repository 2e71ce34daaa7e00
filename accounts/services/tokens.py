"""Keys to the API: issued once in clear, kept as a digest, recognised, revoked."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import ApiToken, User
from accounts.permissions import AccountPermission
from accounts.services.authority import demand
from accounts.services.refusals import MovedOn, Refused
from governance import audit

PREFIX = "rag_"
USE_NOTED_EVERY = timedelta(minutes=1)


@transaction.atomic(durable=True)
def issue_token(
    person: User, *, name: str, actor: User | None, expires_at: datetime | None = None
) -> tuple[ApiToken, str]:
    """Return a new token and, this once, its secret."""
    if actor is None or actor.pk != person.pk:
        demand(AccountPermission.ADMINISTER_PEOPLE, actor)
    if not person.is_active or person.suspended_at is not None:
        raise Refused(f"{person} cannot sign in at present.")
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=person, name=name, digest=digest_of(secret), created_at=timezone.now(), expires_at=expires_at
    )
    audit.record("token.issued", actor=actor, obj=token, payload={"person": person.pk, "name": name})
    return token, secret


@transaction.atomic(durable=True)
def revoke_token(token: ApiToken, *, actor: User | None) -> None:
    """Make a token useless, at once."""
    if actor is None or actor.pk != token.user_id:
        demand(AccountPermission.ADMINISTER_PEOPLE, actor)
    if ApiToken.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=timezone.now()) != 1:
        raise MovedOn("This token was revoked before.")
    audit.record("token.revoked", actor=actor, obj=token, payload={"person": token.user_id, "name": token.name})


def recognise(secret: str) -> User | None:
    """Return whose token this is, or None where it is unknown, revoked, run out, or its person may not come in."""
    now = timezone.now()
    lasting = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    found = ApiToken.objects.filter(
        lasting,
        digest=digest_of(secret),
        revoked_at__isnull=True,
        user__is_active=True,
        user__suspended_at__isnull=True,
    )
    token = found.select_related("user").first()
    if token is None:
        return None
    _note_use(token, now)
    return token.user


def digest_of(secret: str) -> str:
    """The SHA-256 of a token's secret, all that is kept of it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _note_use(token: ApiToken, now: datetime) -> None:
    if token.last_used_at is None or now - token.last_used_at > USE_NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
