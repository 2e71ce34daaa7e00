"""What the public reads on the noticeboard: rows that say PUBLISHED and whose taking down does not."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from posts.domain.publication import Operation, PublicationStatus
from posts.models import PartMedia, Publication

CHANNEL = "noticeboard"
PAGE = 20
DELETED = Publication.objects.filter(operation=Operation.DELETE, status=PublicationStatus.PUBLISHED)


@dataclass(frozen=True, slots=True)
class PublicPicture:
    """One picture as the public page shows it."""

    position: int
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PublicNotice:
    """One post as the public sees it; without a text once it was withdrawn."""

    number: int
    handle: str
    account: str
    unit: str
    published_at: datetime
    withdrawn_at: datetime | None
    text: str
    content_warning: str
    quoted_handle: str
    quoted_text: str
    pictures: tuple[PublicPicture, ...]


def notices(handle: str = "", *, before: int | None = None, limit: int = PAGE) -> list[PublicNotice]:
    """Return what stands on the board, or on one account's part of it, newest first, older than the notice `before`."""
    rows = _standing()
    if handle:
        rows = rows.filter(account__handle__iexact=handle)
    if before is not None:
        rows = rows.filter(_older_than(before))
    return [_shown(row) for row in rows.order_by("-settled_at", "-pk")[:limit]]


def find_notice(handle: str, number: int) -> PublicNotice | None:
    """Return one notice, also a withdrawn one (without its words), or None where there never was one."""
    row = _published().filter(pk=number, account__handle__iexact=handle).first()
    return None if row is None else _shown(row, _taken_down(row))


def find_picture(handle: str, number: int, position: int) -> PartMedia | None:
    """Return a picture of a notice that stands on the board now."""
    row = _standing().filter(pk=number, account__handle__iexact=handle).first()
    return None if row is None else row.part.pictures.select_related("media").filter(position=position).first()


def account_name(handle: str) -> str | None:
    """Return the name of the account whose notices these are, or None where it has published nothing."""
    row = _published().filter(account__handle__iexact=handle).order_by("-settled_at", "-pk").first()
    return None if row is None else row.account.name


def _published() -> QuerySet[Publication]:
    rows = Publication.objects.filter(
        account__channel=CHANNEL, operation=Operation.PUBLISH, status=PublicationStatus.PUBLISHED
    )
    related = rows.select_related("account__unit", "part", "revision")
    return related.prefetch_related("part__variants", "part__pictures__media")


def _standing() -> QuerySet[Publication]:
    same_place = DELETED.filter(revision=OuterRef("revision"), part=OuterRef("part"), account=OuterRef("account"))
    return _published().filter(~Exists(same_place))


def _taken_down(row: Publication) -> datetime | None:
    same_place = DELETED.filter(revision=row.revision_id, part=row.part_id, account=row.account_id)
    return same_place.values_list("settled_at", flat=True).first()


def _older_than(number: int) -> Q:
    moment = Publication.objects.filter(pk=number).values_list("settled_at", flat=True).first()
    return Q(settled_at__lt=moment) | Q(settled_at=moment, pk__lt=number) if moment else Q(pk__lt=number)


def _shown(row: Publication, withdrawn_at: datetime | None = None) -> PublicNotice:
    stands = withdrawn_at is None
    return PublicNotice(
        number=row.pk,
        handle=row.account.handle,
        account=row.account.name,
        unit=row.account.unit.name,
        published_at=row.settled_at or row.created_at,
        withdrawn_at=withdrawn_at,
        text=_text(row) if stands else "",
        content_warning=row.revision.content_warning if stands else "",
        quoted_handle=row.revision.quoted_handle if stands else "",
        quoted_text=row.revision.quoted_text if stands else "",
        pictures=_pictures(row) if stands else (),
    )


def _text(row: Publication) -> str:
    ours = (one.text for one in row.part.variants.all() if one.channel == CHANNEL)
    return next(ours, row.part.text)


def _pictures(row: Publication) -> tuple[PublicPicture, ...]:
    return tuple(
        PublicPicture(one.position, one.alt_text, one.media.width, one.media.height) for one in row.part.pictures.all()
    )
