"""Live guidance: published and withdrawn by DMC and the Press Bureau. Either judges again what waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from governance import audit
from governance.models import GuidanceNotice
from governance.permissions import GovernancePermission as May
from governance.services import epoch
from governance.services.authority import demand
from governance.services.refusals import MovedOn


@dataclass(frozen=True, slots=True)
class Advice:
    """What a notice says. Without words it touches every post in its scope; without units, all of London."""

    title: str
    advice: str
    light: str
    release: str
    starts_at: datetime
    ends_at: datetime
    words: Sequence[str] = ()
    unit_ids: Iterable[int] = ()
    account_ids: Iterable[int] = ()


@transaction.atomic(durable=True)
def publish(said: Advice, *, actor: AbstractBaseUser) -> GuidanceNotice:
    """Put guidance in force from its start until its end."""
    demand(May.PUBLISH_GUIDANCE, actor)
    notice = GuidanceNotice.objects.create(
        slug=_free_slug(said.title),
        title=said.title,
        advice=said.advice,
        words=list(said.words),
        light=said.light,
        release=said.release,
        starts_at=said.starts_at,
        ends_at=said.ends_at,
        author_id=actor.pk,
        created_at=timezone.now(),
    )
    notice.units.set(said.unit_ids)
    notice.accounts.set(said.account_ids)
    audit.record("guidance.published", actor=actor, obj=notice, payload=_about(notice))
    epoch.move()
    return notice


@transaction.atomic(durable=True)
def withdraw(slug: str, *, actor: AbstractBaseUser) -> None:
    """End guidance before its time."""
    demand(May.PUBLISH_GUIDANCE, actor)
    now = timezone.now()
    standing = GuidanceNotice.objects.filter(slug=slug, withdrawn_at__isnull=True, ends_at__gt=now)
    if standing.update(withdrawn_at=now, withdrawn_by_id=actor.pk) != 1:
        raise MovedOn("This guidance has ended or was withdrawn already.")
    notice = GuidanceNotice.objects.get(slug=slug)
    audit.record("guidance.withdrawn", actor=actor, obj=notice, payload={"slug": slug})
    epoch.move()


def _free_slug(title: str) -> str:
    slug = slugify(title)[:60] or "guidance"
    taken = set(GuidanceNotice.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(name for name in numbered if name not in taken)


def _about(notice: GuidanceNotice) -> dict[str, str | list[str]]:
    return {
        "slug": notice.slug,
        "title": notice.title,
        "advice": notice.advice,
        "words": list(notice.words),
        "light": notice.light,
        "release": notice.release,
        "starts_at": notice.starts_at.isoformat(),
        "ends_at": notice.ends_at.isoformat(),
        "units": [unit.slug for unit in notice.units.all()],
        "accounts": [str(account.pk) for account in notice.accounts.all()],
    }
