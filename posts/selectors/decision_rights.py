"""What this person may do with this post, and where not, why not."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import rules

from governance.selectors import edition_in_force
from posts import predicates
from posts.domain import decision_words
from posts.domain.workflow import PostStatus
from posts.models import Post, Publication
from posts.permissions import PostPermission as P

if TYPE_CHECKING:
    from accounts.models import User

MAY_COME_OUT = ("queued", "claimed", "sending", "published", "unknown")


@dataclass(frozen=True, slots=True)
class Rights:
    """Which buttons stand on the page: `why_not` says why those that decide do not."""

    decide: bool
    claim: bool
    acknowledge: bool
    withdraw: bool
    comment: bool
    why_not: str


def rights_on(post: Post, person: "User", now: datetime) -> Rights:
    """Ask the rules, and the state of the post, what this person may do now."""
    waits = post.status == PostStatus.WAITING
    to_acknowledge = post.must_acknowledge and post.acknowledged_at is None
    may = rules.has_perm(P.DECIDE, person, post)
    free = post.claimed_until is None or post.claimed_until <= now or post.claimed_by_id == person.pk
    return Rights(
        decide=waits and may and post.release != "stop",
        claim=waits and free and rules.has_perm(P.CLAIM, person, post),
        acknowledge=to_acknowledge and rules.has_perm(P.ACKNOWLEDGE, person, post),
        withdraw=can_be_withdrawn(post) and rules.has_perm(P.WITHDRAW, person, post),
        comment=rules.has_perm(P.COMMENT, person, post),
        why_not="" if may else why_not(post, person),
    )


def why_not(post: Post, person: "User") -> str:
    """Why the rules keep the decision from this person."""
    return decision_words.why_not(
        wrote_it=predicates.is_author(person, post),
        changed_it=predicates.made_a_revision(person, post),
        suspended=person.suspended_at is not None,
        edition=edition_in_force().edition,
        light=post.light,
        topics=post.assessment.topics if post.assessment else (),
    )


def can_be_withdrawn(post: Post) -> bool:
    """Whether anything of a released post is out or may still come out, and is not being taken down already."""
    if post.status != PostStatus.RELEASED or post.current_revision_id is None:
        return False
    rows = Publication.objects.filter(revision=post.current_revision_id)
    taken = rows.filter(operation="delete", status__in=("queued", "claimed", "sending", "published"))
    return rows.filter(operation="publish", status__in=MAY_COME_OUT).exists() and not taken.exists()
