"""What came of a send, written down: the row, the record, and the people who must know, in one transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts import selectors as people
from accounts.services import notices
from governance import audit
from governance.domain.record import JSON
from posts import outbox
from posts.channels.base import ChannelError, ErrorKind, Receipt
from posts.domain.publication import Operation, PublicationStatus, web_address
from posts.domain.retries import LOOKS, is_exhausted, next_pause
from posts.models import Publication
from posts.outbox.claiming import THROTTLED

S = PublicationStatus
ACTIONS = {S.PUBLISHED: "published", S.FAILED: "refused", S.UNKNOWN: "left-unanswered", S.QUEUED: "put-off"}
OUR_FAULT = "The portal could not prepare it."


@transaction.atomic(durable=True)
def settle(publication: Publication, answer: Receipt | ChannelError, at: datetime) -> PublicationStatus | None:
    """Settle a row that was being sent by its receipt or failure; None when somebody else had settled it already."""
    status, columns = outcome(publication, answer, at)
    if not outbox.settle(publication, status, at, **columns):
        return None
    record(publication, _action(publication, status), columns)
    if status is S.FAILED:
        tell_refused(publication, columns["error"])
    return status


@transaction.atomic(durable=True)
def own_up(publication: Publication, at: datetime) -> None:
    """Put off a claimed row that we failed to prepare; after too many tries it fails, and people are told."""
    failed = publication.attempts + 1
    columns: dict[str, Any] = {"attempts": failed, "error": OUR_FAULT, "error_kind": ErrorKind.RETRY.value}
    if not is_exhausted(failed):
        outbox.put_off(publication, at + next_pause(failed), **columns)
    elif outbox.refuse(publication, at, **columns):
        record(publication, "refused", columns)
        tell_refused(publication, OUR_FAULT)


def outcome(
    publication: Publication, answer: Receipt | ChannelError, at: datetime
) -> tuple[PublicationStatus, dict[str, Any]]:
    """Return the state an answer leads to, and its columns. A deletion may be tried again: twice does no harm."""
    if isinstance(answer, Receipt):
        return S.PUBLISHED, {
            "platform_id": answer.platform_id[:200],
            "platform_url": web_address(answer.url),
            "error": "",
            "error_kind": "",
        }
    said = {"error": answer.message[:300], "error_kind": answer.kind.value}
    failed = publication.attempts + 1
    if answer.kind is ErrorKind.PERMANENT or (is_exhausted(failed) and not _is_in_doubt(publication, answer)):
        return S.FAILED, said | {"attempts": failed}
    if _is_in_doubt(publication, answer):
        return S.UNKNOWN, said | {"attempts": 0, "due_at": at + LOOKS[0]}
    kind = THROTTLED if answer.retry_after else ErrorKind.RETRY.value
    due = at + next_pause(failed, answer.retry_after)
    return S.QUEUED, said | {"attempts": failed, "due_at": due, "error_kind": kind, "settled_at": None}


def record(publication: Publication, verb: str, facts: Mapping[str, Any]) -> None:
    """Write the audit event of a row's move, inside the caller's transaction."""
    said: dict[str, JSON] = {"operation": publication.operation, "account": publication.account_id}
    said |= {name: str(value) for name, value in facts.items() if value not in (None, "")}
    audit.record(
        f"publication.{verb}",
        actor=None,
        obj=publication,
        unit_slug=publication.account.unit.slug,
        payload=said,
    )


def tell_refused(publication: Publication, error: str) -> None:
    """Tell people that the row failed for good."""
    what = "taken down" if publication.operation == Operation.DELETE else "published"
    words = f"{error} Nobody tries again until you say so."
    tell(publication, "refused", f"Not {what} on {publication.account}", words)


def tell(publication: Publication, kind: str, subject: str, body: str) -> None:
    """Tell the author and the Social Media Team once, inside the caller's transaction."""
    post = publication.revision.post
    team = people.role_holders("social-media-team", post.unit)
    key = f"publication:{publication.pk}:{publication.operation}:{kind}:{publication.sending_at or ''}"
    notices.tell({post.author, *team}, key=key, kind=kind, subject=subject, body=body, url=f"/posts/{post.pk}/")


def _is_in_doubt(publication: Publication, answer: ChannelError) -> bool:
    return answer.kind is ErrorKind.UNKNOWN and publication.operation == Operation.PUBLISH


def _action(publication: Publication, status: PublicationStatus) -> str:
    deleted = publication.operation == Operation.DELETE and status is S.PUBLISHED
    return "taken-down" if deleted else ACTIONS[status]
