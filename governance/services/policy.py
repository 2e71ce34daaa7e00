"""Editions as rows, and the reviewed switch from one to the next."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from governance import audit
from governance.domain.policy import shipped_edition
from governance.models import Edition, EditionSwitch
from governance.permissions import GovernancePermission as May
from governance.selectors import FIRST_APPLIES_FROM
from governance.selectors.shipped import ShippedText, shipped_texts
from governance.services import epoch
from governance.services.authority import demand
from governance.services.refusals import MovedOn


@transaction.atomic(durable=True)
def seed_editions(now: datetime | None = None) -> int:
    """Bring in shipped editions that are not rows yet, and put the first in force; return how many were new."""
    now = now or timezone.now()
    new = [edition for shipped in shipped_texts() if (edition := _seed(shipped, now))]
    if not EditionSwitch.objects.exists():
        _put_first_in_force(now)
    if new:
        epoch.move()
    return len(new)


@transaction.atomic(durable=True)
def propose_switch(*, actor: AbstractBaseUser, edition_id: int, applies_from: datetime) -> EditionSwitch:
    """Ask for an edition to be put in force from a moment that has not passed; it waits for another's approval."""
    demand(May.DRAFT_POLICY, actor)
    now = timezone.now()
    switch = EditionSwitch.objects.create(
        edition_id=edition_id, applies_from=max(applies_from, now), author_id=actor.pk, created_at=now
    )
    audit.record("edition-switch.proposed", actor=actor, obj=switch, payload=_about(switch))
    return switch


@transaction.atomic(durable=True)
def approve_switch(*, actor: AbstractBaseUser, switch_id: int) -> EditionSwitch:
    """Approve a proposed switch; never by its author. A moment that has passed meanwhile becomes now."""
    demand(May.APPROVE_POLICY, actor, EditionSwitch.objects.filter(pk=switch_id).first())
    now = timezone.now()
    waiting = EditionSwitch.objects.filter(pk=switch_id, approved_at__isnull=True).exclude(author_id=actor.pk)
    if waiting.update(approver_id=actor.pk, approved_at=now) != 1:
        raise MovedOn("Somebody else approved this switch just now.")
    EditionSwitch.objects.filter(pk=switch_id, applies_from__lt=now).update(applies_from=now)
    switch = EditionSwitch.objects.select_related("edition").get(pk=switch_id)
    audit.record("edition-switch.approved", actor=actor, obj=switch, payload=_about(switch))
    epoch.move()
    return switch


def _seed(shipped: ShippedText, now: datetime) -> Edition | None:
    if Edition.objects.filter(digest=shipped.digest).exists():
        return None
    last = Edition.objects.filter(slug=shipped.slug).aggregate(last=Max("number"))["last"] or 0
    edition = Edition.objects.create(
        slug=shipped.slug,
        number=last + 1,
        name=shipped_edition(shipped.slug).name,
        source=shipped.source,
        fragments=shipped.fragments,
        digest=shipped.digest,
        created_at=now,
    )
    about: dict[str, str | int] = {"slug": edition.slug, "number": edition.number, "digest": edition.digest}
    audit.record("edition.brought-in", actor=None, obj=edition, payload=about)
    return edition


def _put_first_in_force(now: datetime) -> None:
    edition = Edition.objects.filter(slug=settings.EDITION_AT_FIRST).earliest("number")
    switch = EditionSwitch.objects.create(
        edition=edition, applies_from=FIRST_APPLIES_FROM, approved_at=now, created_at=now
    )
    audit.record("edition-switch.approved", actor=None, obj=switch, payload=_about(switch))


def _about(switch: EditionSwitch) -> dict[str, str | int]:
    return {
        "edition": switch.edition.slug,
        "number": switch.edition.number,
        "digest": switch.edition.digest,
        "applies_from": switch.applies_from.isoformat(),
    }
