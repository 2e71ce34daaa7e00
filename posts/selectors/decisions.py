"""Decisions that were made: the one that can still be undone, what happened last, and decisions on posts like this."""

from datetime import datetime
from typing import TYPE_CHECKING

from posts.domain import decision_words
from posts.domain.decision_words import Happened
from posts.domain.workflow import PostStatus
from posts.models import Post, Review

if TYPE_CHECKING:
    from accounts.models import User

LOOKED_AT = 60
SIMILAR = 3
CLAIMS = frozenset({"claim", "take-over", "release"})


def approval_to_undo(person: "User", since: datetime) -> Review | None:
    """This person's last approval since a moment, where nothing was sent yet and it was to go out at once."""
    recent = Review.objects.filter(reviewer=person, made_at__gt=since).select_related("post")
    last = recent.order_by("-made_at", "-pk").first()
    if last is None or last.decision != "approve" or last.post.status != PostStatus.CLEARED:
        return None
    later = last.post.earliest_at is not None and last.post.earliest_at > last.made_at
    return None if later or last.post.current_revision_id != last.revision_id else last


def what_came_first(post: Post, person: "User", tried: str, seen_digest: str, now: datetime) -> str:
    """Why what this person tried could not be done: what somebody, or the portal, did meanwhile."""
    if tried == "withdraw":
        return f"Nothing of this post is out any more. {decision_words.NOTHING_SENT}"
    if tried == "acknowledge" and post.acknowledged_by and post.acknowledged_at:
        who = "You" if post.acknowledged_by == person else str(post.acknowledged_by)
        return decision_words.acknowledged_before(who, post.acknowledged_at, now)
    if tried in CLAIMS and post.status == PostStatus.WAITING:
        taken = post.claimed_by is not None and post.claimed_by != person
        return decision_words.claim_gone(str(post.claimed_by) if taken else "", post.claimed_until, now)
    return _what_moved_it(post, person, seen_digest, now)


def decision_before(post: Post) -> Review | None:
    """The last decision on an earlier revision of this post."""
    if post.current_revision is None:
        return None
    earlier = post.reviews.filter(revision__number__lt=post.current_revision.number)
    return earlier.exclude(decision="acknowledge").select_related("revision", "reviewer").order_by("-pk").first()


def similar_decisions(post: Post) -> list[Review]:
    """How the latest three posts of the unit on a topic of this one were decided."""
    if post.assessment is None:
        return []
    wanted = {*post.assessment.topics, *post.assessment.checks}
    ended = Post.objects.filter(unit=post.unit_id, ended_at__isnull=False).exclude(pk=post.pk)
    latest = ended.select_related("assessment").order_by("-ended_at", "-pk")[:LOOKED_AT]
    alike = [one.pk for one in latest if one.assessment and wanted & {*one.assessment.topics, *one.assessment.checks}]
    decided = Review.objects.filter(post__in=alike[: 2 * SIMILAR], decision__in=("approve", "return", "reject"))
    by_post = {one.post_id: one for one in decided.select_related("post", "reviewer", "assessment").order_by("pk")}
    return sorted(by_post.values(), key=lambda one: one.made_at, reverse=True)[:SIMILAR]


def _what_moved_it(post: Post, person: "User", seen_digest: str, now: datetime) -> str:
    last = post.transitions.select_related("actor", "revision").order_by("-pk").first()
    same = post.current_revision is not None and post.current_revision.decision_digest == seen_digest
    if post.status == PostStatus.WAITING and same and post.assessment is not None:
        return decision_words.judged_meanwhile(post.assessment.made_at, now)
    if last is None:
        return decision_words.NOTHING_SENT
    who = "You" if last.actor == person else str(last.actor or "")
    number = last.revision.number if last.revision else 0
    return decision_words.who_was_first(Happened(last.action, who, last.at, number), now)
