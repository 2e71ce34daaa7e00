"""Rows as the API shows them."""

from typing import Any

from governance.domain.rag import Assessment as Verdict
from posts.domain.draft_content import DraftContent, Picture
from posts.models import Assessment, Post, Publication


def content_of_body(body: dict[str, Any]) -> DraftContent:
    """Return the content a request states."""
    known = {name: value for name, value in body.items() if name not in ("text", "submit", "version")}
    known["pictures"] = tuple(Picture(**picture) for picture in known.pop("pictures"))
    known |= {name: tuple(known[name]) for name in ("accounts", "declared_topics")}
    return DraftContent(parts=(body["text"],), **known)


def shape_of_post(post: Post) -> dict[str, Any]:
    """Return a post as `PostOut`."""
    revision = post.current_revision
    return {
        "id": post.pk,
        "status": post.status,
        "unit": post.unit.slug,
        "author": post.author.display_name,
        "text": post.headline,
        "light": post.light,
        "release": post.release,
        "version": post.draft.version,
        "revision": revision.number if revision else None,
        "decision_digest": revision.decision_digest if revision else "",
        "assessment": post.assessment_id,
        "submitted_at": post.submitted_at,
        "queued_at": post.queued_at,
        "claimed_by": post.claimed_by.display_name if post.claimed_by else None,
        "must_acknowledge": post.must_acknowledge,
        "acknowledged_by": post.acknowledged_by.display_name if post.acknowledged_by else None,
    }


def shape_of_verdict(verdict: Verdict, stored: Assessment | None = None) -> dict[str, Any]:
    """Return a verdict as `VerdictOut`, with its id and time where it was stored."""
    kept = {"id": stored.pk, "made_at": stored.made_at} if stored else {}
    return verdict.to_json() | kept


def shape_of_delivery(row: Publication) -> dict[str, Any]:
    """Return a publication as `DeliveryOut`."""
    return {
        "account": row.account.name,
        "channel": row.account.channel,
        "operation": row.operation,
        "status": row.status,
        "due_at": row.due_at,
        "settled_at": row.settled_at,
        "url": row.platform_url,
        "error": row.error,
    }
