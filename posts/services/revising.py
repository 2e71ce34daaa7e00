"""Cutting a revision: what was sent, written down for good with its digests."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from posts.domain.digests import content_digest, decision_digest
from posts.domain.draft_content import DraftContent
from posts.models import Media, Part, PartMedia, Post, Revision, Variant

if TYPE_CHECKING:
    from accounts.models import User


def cut(post: Post, content: DraftContent, actor: "User", earliest_at: datetime | None, at: datetime) -> Revision:
    """Write the next revision of a post, inside the caller's transaction."""
    content_hash = content_digest(post.kind, content, masters_of(content))
    revision = Revision.objects.create(
        post=post,
        number=post.revisions.count() + 1 if post.current_revision_id else 1,
        content_digest=content_hash,
        decision_digest=decision_digest(content, content_hash, earliest_at),
        earliest_at=earliest_at,
        made_by=actor,
        made_at=at,
        **_declared(content),
    )
    revision.accounts.add(*content.accounts)
    for position, text in enumerate(content.parts):
        _write_part(revision, position, text, content if position == 0 else None)
    return revision


def masters_of(content: DraftContent) -> Mapping[int, str]:
    """Return the SHA-256 of each picture's master, by media id."""
    wanted = [picture.media for picture in content.pictures]
    return dict(Media.objects.filter(pk__in=wanted).values_list("pk", "digest"))


def _declared(content: DraftContent) -> dict[str, object]:
    return {
        "content_warning": content.content_warning,
        "in_reply_to": content.in_reply_to,
        "quoted_handle": content.quoted_handle,
        "quoted_text": content.quoted_text,
        "declared_topics": list(content.declared_topics),
        "public_domain": content.public_domain,
        "evidence": content.evidence,
        "answers": dict(content.answers),
        "sentenced_on": content.sentenced_on,
        "wall_clock": content.wall_clock if content.when == "later" else "",
        "threat_to_life": content.threat_to_life,
        "note": content.note,
    }


def _write_part(revision: Revision, position: int, text: str, whole: DraftContent | None) -> None:
    part = Part.objects.create(revision=revision, position=position, text=text)
    if whole is None:
        return
    differing = {channel: words for channel, words in whole.variants.items() if words.strip() and words != text}
    Variant.objects.bulk_create(Variant(part=part, channel=name, text=words) for name, words in differing.items())
    PartMedia.objects.bulk_create(
        PartMedia(
            part=part,
            media_id=one.media,
            position=place,
            alt_text=one.alt,
            authority=one.authority,
            authority_note=one.note,
        )
        for place, one in enumerate(whole.pictures)
    )
