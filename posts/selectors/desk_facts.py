"""What the rows of a desk need beside the posts themselves, for a whole page of them in a fixed number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min

from governance.domain.edition import Edition
from governance.domain.rag import Assessment as Verdict
from governance.selectors import edition_in_force
from posts.domain.channel_names import channel_name
from posts.domain.desk_words import place
from posts.domain.ladder_view import LadderView
from posts.domain.publication import Operation, PublicationStatus
from posts.models import Assessment, Post, Publication, Revision
from posts.selectors.waiting import ladder_views


@dataclass(frozen=True, slots=True)
class Facts:
    """Ladders and first publication by post, places by revision, and the edition that gives topics their names."""

    edition: Edition
    ladders: dict[int, LadderView]
    places: dict[int, str]
    published: dict[int, datetime]


def facts_about(posts: Sequence[Post], now: datetime) -> Facts:
    """Look up everything the rows of these posts show."""
    revisions = [post.current_revision_id for post in posts if post.current_revision_id]
    return Facts(
        edition=edition_in_force(now).edition,
        ladders=ladder_views(posts, now),
        places=places_of(revisions),
        published=published_at(posts),
    )


def verdict_of(assessment: Assessment | None) -> Verdict | None:
    """The stored verdict as the domain knows it."""
    return Verdict.from_json(assessment.body) if assessment and assessment.body else None


def places_of(revisions: Iterable[int]) -> dict[int, str]:
    """Where each revision goes, in words: "Kentish Town: X, Mastodon"."""
    through = Revision.accounts.through.objects.filter(revision__in=list(revisions))
    pairs: dict[int, list[tuple[str, str]]] = {}
    rows = through.order_by("pk").values_list("revision", "socialaccount__name", "socialaccount__channel")
    for revision, name, channel in rows:
        pairs.setdefault(revision, []).append((name, channel_name(channel)))
    return {revision: place(found) for revision, found in pairs.items()}


def published_at(posts: Iterable[Post]) -> dict[int, datetime]:
    """When the first of each post's current revision came out."""
    by_revision = {post.current_revision_id: post.pk for post in posts if post.must_acknowledge}
    if not by_revision:
        return {}
    out = Publication.objects.filter(
        revision__in=list(by_revision), operation=Operation.PUBLISH, status=PublicationStatus.PUBLISHED
    )
    return {by_revision[revision]: at for revision, at in out.values_list("revision").annotate(Min("settled_at"))}
