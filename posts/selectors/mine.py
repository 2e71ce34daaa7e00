"""A person's own posts, and any one post, with the facts its words are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q, QuerySet

from governance.domain.rag import Release
from posts.domain.channel_names import channel_name
from posts.domain.desk_words import place
from posts.domain.standing import Delivery, Standing, standing_of
from posts.domain.standing_words import Facts, Said
from posts.domain.workflow import EDITABLE, ON_ITS_WAY, PostStatus
from posts.models import Comment, Post, Publication, Review, Transition
from posts.selectors.seen import posts_by
from posts.selectors.waiting import ladder_views

if TYPE_CHECKING:
    from accounts.models import User

RECENT = timedelta(days=7)
MOST = 200
PAGE = 25
DECIDED = {Standing.RETURNED: "return", Standing.REJECTED: "reject", Standing.WITHDRAWN: "withdraw"}


@dataclass(frozen=True)
class Told:
    """One post with its facts."""

    post: Post
    facts: Facts

    @property
    def place(self) -> str:
        """Where it goes: "Kentish Town: X, Mastodon"; the unit alone before it was ever sent."""
        if self.post.current_revision is None:
            return self.post.unit.name
        accounts = self.post.current_revision.accounts.all()
        return place((one.name, channel_name(one.channel)) for one in accounts)


def my_recent_posts(user: "User", now: datetime) -> list[Told]:
    """Everything of theirs that is not over, and what ended in the last seven days, newest first."""
    live = Q(status__in=[*EDITABLE, *ON_ITS_WAY])
    lately = Q(ended_at__gte=now - RECENT) & ~Q(status=PostStatus.ABANDONED, current_revision=None)
    return tell(with_facts(posts_by(user).filter(live | lately))[:MOST], now)


def all_my_posts(user: "User", before: int | None, now: datetime) -> list[Told]:
    """One page and one more of everything they ever began, newest first, after the post with this number."""
    found = with_facts(posts_by(user))
    last = posts_by(user).filter(pk=before).first() if before else None
    if last is not None:
        found = found.filter(Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, pk__lt=last.pk))
    return tell(found[: PAGE + 1], now)


def with_facts(posts: QuerySet[Post]) -> QuerySet[Post]:
    """Fetch with the posts what `tell` looks at: a fixed number of queries however many there are."""
    questions = Comment.objects.filter(kind="question").select_related("author").order_by("pk")
    return posts.select_related("draft", "acknowledged_by").prefetch_related(
        "current_revision__accounts",
        Prefetch("current_revision__publications", Publication.objects.select_related("account").order_by("pk")),
        Prefetch("reviews", Review.objects.select_related("reviewer").order_by("pk")),
        Prefetch("comments", questions, to_attr="questions"),
        Prefetch("transitions", Transition.objects.select_related("actor").order_by("pk")),
    )


def tell(posts: Iterable[Post], now: datetime) -> list[Told]:
    """The facts of these posts, fetched by `with_facts`."""
    fetched = list(posts)
    ladders = ladder_views(fetched, now)
    return [Told(post, _facts(post, ladders[post.pk].if_nobody if post.pk in ladders else "", now)) for post in fetched]


def deliveries_of(post: Post) -> tuple[Delivery, ...]:
    """The publications of the current revision, as plain values."""
    rows = post.current_revision.publications.all() if post.current_revision else ()
    return tuple(
        Delivery(
            account=row.account.name,
            channel=row.account.channel,
            operation=row.operation,
            status=row.status,
            url=row.platform_url,
            at=row.settled_at,
            error=row.error,
        )
        for row in rows
    )


def _facts(post: Post, ladder: str, now: datetime) -> Facts:
    deliveries = deliveries_of(post)
    claimed = post.claimed_until is not None and post.claimed_until > now
    standing = standing_of(
        post.status,
        asked=post.question_since is not None,
        claimed=claimed,
        scheduled=post.earliest_at is not None and post.earliest_at > now,
        deliveries=deliveries,
    )
    last = list(post.transitions.all())[-1:]
    return Facts(
        standing=standing,
        now=now,
        release=post.release,
        light=post.draft.verdict.get("rag", "") if standing is Standing.DRAFT else post.light,
        saved_at=post.draft.updated_at,
        sent_at=post.queued_at if standing is Standing.HELD else post.submitted_at,
        due_at=post.earliest_at,
        ended_at=post.ended_at,
        claimed_by=str(post.claimed_by) if claimed else "",
        decision=_decision(post, DECIDED.get(standing, "")),
        question=_question(post),
        ladder=ladder,
        stopped_by=_stopped_by(post) if standing is Standing.HELD else "",
        note=last[0].note if last else "",
        must_acknowledge=post.must_acknowledge,
        acknowledged_by=str(post.acknowledged_by) if post.acknowledged_by else "",
        deliveries=deliveries,
    )


def _decision(post: Post, decision: str) -> Said | None:
    found = [one for one in post.reviews.all() if one.decision == decision]
    if not found:
        return None
    last = found[-1]
    return Said(str(last.reviewer), last.made_at, "; ".join(filter(None, [*last.reasons, last.note])))


def _question(post: Post) -> Said | None:
    asked = getattr(post, "questions", [])
    return Said(str(asked[-1].author), asked[-1].at, asked[-1].text) if asked else None


def _stopped_by(post: Post) -> str:
    found = post.assessment.body.get("findings", []) if post.assessment else []
    return next((one["reason"] for one in found if one["release"] == Release.STOP), "A stop is in force")
