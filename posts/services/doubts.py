"""A person settles what the portal could not: it is out, it is not, or it may be tried again."""

from datetime import datetime
from typing import TYPE_CHECKING

import rules
from django.core.exceptions import PermissionDenied
from django.db import transaction

from governance import audit
from posts import outbox
from posts.domain.publication import PublicationStatus, web_address
from posts.models import Publication
from posts.permissions import PostPermission
from posts.services.problems import PostMovedOn

if TYPE_CHECKING:
    from accounts.models import User

S = PublicationStatus


@transaction.atomic(durable=True)
def say_it_is_out(publication: Publication, actor: "User", at: datetime, url: str = "") -> None:
    """Settle a row in doubt as published, because this person saw it there."""
    _require(publication, actor, S.UNKNOWN)
    _swapped(outbox.settle(publication, S.PUBLISHED, at, platform_url=web_address(url), error="", error_kind=""))
    _record("publication.found-by-hand", publication, actor, url)


@transaction.atomic(durable=True)
def say_it_is_not_out(publication: Publication, actor: "User", at: datetime) -> None:
    """Settle a row in doubt as refused, because this person looked and it is not there."""
    _require(publication, actor, S.UNKNOWN)
    _swapped(outbox.settle(publication, S.FAILED, at, error="A person looked: it is not there."))
    _record("publication.missed-by-hand", publication, actor)


@transaction.atomic(durable=True)
def try_again(publication: Publication, actor: "User", at: datetime) -> None:
    """Queue a refused or stopped row once more. It is judged again like any other."""
    _require(publication, actor, S.FAILED, S.STOPPED)
    _swapped(outbox.send_again(publication, at))
    outbox.nudge()
    _record("publication.tried-again", publication, actor)


def _require(publication: Publication, actor: "User", *statuses: PublicationStatus) -> None:
    if not rules.has_perm(PostPermission.SETTLE_UNKNOWN, actor, publication.revision.post):
        raise PermissionDenied("Only a person who may decide this post settles what became of it.")
    _swapped(publication.status in statuses)


def _swapped(done: bool) -> None:
    if not done:
        raise PostMovedOn("Somebody settled this before you.")


def _record(action: str, publication: Publication, actor: "User", url: str = "") -> None:
    unit = publication.account.unit.slug
    audit.record(action, actor=actor, obj=publication, unit_slug=unit, payload={"url": url} if url else {})
