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
    """Begin a draft with the same words, pictures and accounts. What was declared and its time stay behind."""
    old = content_of(post.current_revision) if post.current_revision else DraftContent.from_json(post.draft.body)
    allowed = set(people.accounts_to_post_from(actor).values_list("pk", flat=True))
    copy = DraftContent(
        parts=old.parts,
        variants=old.variants,
        accounts=tuple(pk for pk in old.accounts if pk in allowed),
        pictures=old.pictures,
        content_warning=old.content_warning,
        declared_topics=old.declared_topics,
    )
    return drafting.start(actor, copy, at)


def split(post: Post, actor: "User", content: DraftContent, version: int, at: datetime) -> list[Post]:
    """Keep the draft for the first unit of its accounts, and begin one for each of the others; return those begun."""
    by_unit: dict[int, list[int]] = {}
    for account in people.accounts_to_post_from(post.author).filter(pk__in=content.accounts):
        by_unit.setdefault(account.unit_id, []).append(account.pk)
    first, *others = by_unit.values() or [[]]
    drafting.autosave(post, actor, content.changed(accounts=tuple(first)), version, at)
    return [drafting.start(actor, content.changed(accounts=tuple(each)), at) for each in others]
