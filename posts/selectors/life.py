"""What happened to one post, oldest first, and where it is out."""

from datetime import datetime
from typing import Any

from posts.domain import ladder_words
from posts.domain.channel_names import channel_name
from posts.domain.publication import Operation, PublicationStatus
from posts.domain.workflow import PostAction as A
from posts.models import Post

WORDS = {
    A.SUBMIT_CLEAR: "Sent, and cleared by its light",
    A.SUBMIT_ASK: "Sent for approval",
    A.SUBMIT_HOLD: "Sent, and held",
    A.APPROVE: "Approved",
    A.RETURN: "Returned for changes",
    A.REJECT: "Rejected",
    A.BYPASS: "Sent past approval",
    A.UNDO: "Approval taken back",
    A.REOPEN: "Taken back by its author",
    A.ABANDON: "Given up",
    A.HOLD: "Held",
    A.ASK_AGAIN: "Back on the desk",
    A.RELEASE: "Went out",
    A.EXPIRE: "Expired",
}


def life_of(post: Post, now: datetime) -> list[dict[str, str]]:
    """Each step of its life, as components/_life.html takes it."""
    moves = list(post.transitions.select_related("actor", "revision").order_by("pk"))
    return [
        {
            "what": _what(move.action, move.revision.number if move.revision else 0),
            "note": f"{ladder_words.moment(move.at, now)}, {move.actor or 'the portal'}",
            "state": "now" if move is moves[-1] else "",
        }
        for move in moves
    ]


def deliveries_of(post: Post, now: datetime) -> list[dict[str, Any]]:
    """What became of the current revision, account by account."""
    rows = post.current_revision.publications.select_related("account").order_by("pk") if post.current_revision else ()
    return [
        {
            "account": f"{row.account.name}, {channel_name(row.account.channel)}",
            "status": _status(row.operation, row.status),
            "at": ladder_words.moment(row.settled_at, now) if row.settled_at else "",
            "url": row.platform_url
            if row.operation == Operation.PUBLISH and row.platform_url.startswith("http")
            else "",
            "error": row.error,
        }
        for row in rows
    ]


def _what(action: str, revision: int) -> str:
    words = WORDS[A(action)]
    return f"{words}, revision {revision}" if revision and action.startswith("submit") else words


def _status(operation: str, status: str) -> str:
    if operation == Operation.DELETE:
        return "Taken down" if status == PublicationStatus.PUBLISHED else "Being taken down"
    return PublicationStatus(status).label
