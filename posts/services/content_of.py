"""A revision as the plain values it was cut from."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from posts.domain.draft_content import DraftContent, Picture
from posts.models import Part, PartMedia, Revision


def content_of(revision: Revision, accounts: Iterable[int] | None = None) -> DraftContent:
    """Return the content of a revision; `accounts` are its accounts where the caller has read them already."""
    parts = fetch_parts(revision)
    if accounts is None:
        accounts = revision.accounts.order_by("pk").values_list("pk", flat=True)
    return DraftContent(
        parts=tuple(part.text for part in parts) or ("",),
        variants={one.channel: one.text for one in (parts[0].variants.all() if parts else ())},
        accounts=tuple(accounts),
        pictures=tuple(_picture(one) for part in parts for one in part.pictures.all()),
        content_warning=revision.content_warning,
        in_reply_to=revision.in_reply_to,
        quoted_handle=revision.quoted_handle,
        quoted_text=revision.quoted_text,
        declared_topics=tuple(revision.declared_topics),
        public_domain=revision.public_domain,
        evidence=revision.evidence,
        answers=revision.answers,
        sentenced_on=revision.sentenced_on,
        when="later" if revision.wall_clock else "now",
        wall_clock=revision.wall_clock,
        late_choice=revision.post.late_choice,
        threat_to_life=revision.threat_to_life,
        note=revision.note,
    )


def fetch_parts(revision: Revision) -> list[Part]:
    """Return the parts with variants and pictures, and keep them on the revision: they never change."""
    prefetch_related_objects([revision], "parts__variants", "parts__pictures__media")
    return list(revision.parts.all())


def _picture(one: PartMedia) -> Picture:
    return Picture(media=one.media_id, alt=one.alt_text, authority=one.authority, note=one.authority_note)
