"""A new draft from the words of an old post."""

from datetime import datetime
from typing import TYPE_CHECKING

from accounts import selectors as people
from posts.domain.draft_content import DraftContent
from posts.models import Post
from posts.services import drafting
from posts.services.content_of import content_of

if TYPE_CHECKING:
    from accounts.models import User


def duplicate(post: Post, actor: "User", at: datetime) -> Post:
    """Begin a draft with the same words, pictures and accounts. What was declared and when it was to go out stay behind."""
    content = content_of(post.current_revision) if post.current_revision else DraftContent.from_json(post.draft.body)
    allowed = set(people.accounts_to_post_from(actor).values_list("pk", flat=True))
    said = {"public_domain": None, "evidence": "", "answers": {}, "sentenced_on": None, "note": ""}
    accounts = tuple(pk for pk in content.accounts if pk in allowed)
    return drafting.start(
        actor, content.changed(accounts=accounts, when="now", wall_clock="", threat_to_life=False, **said), at
    )
