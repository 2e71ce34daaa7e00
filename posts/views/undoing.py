"""The undo bar: the approval of the last ten seconds, while it can be taken back."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from posts.selectors.decisions import approval_to_undo
from posts.services.review import UNDO

if TYPE_CHECKING:
    from accounts.models import User


def undo_bar(person: "User", now: datetime) -> dict[str, Any] | None:
    """Return what components/_undo.html takes, or None where nothing can be undone any more."""
    review = approval_to_undo(person, now - UNDO)
    if review is None:
        return None
    until = review.made_at + UNDO
    return {
        "done": "Approved:",
        "what": f"“{review.post.headline}”." if review.post.headline else "",
        "url": reverse("desk-undo", args=[review.post_id]),
        "seconds": max(0, int((until - now).total_seconds())),
    }
