"""The posts a person may see: their own, and those of the units that a role beyond officer covers."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from accounts import selectors as people
from posts.domain.workflow import PostStatus
from posts.models import Media, Post
from posts.predicates import MAY_HELP_WRITE, SEE_THEIR_UNITS_POSTS

if TYPE_CHECKING:
    from accounts.models import User


def posts_seen_by(user: "User") -> QuerySet[Post]:
    """Return every post this person may see; unsent drafts of others only where they may help to write them."""
    covered = Q(unit__in=people.units_decided_by(user, SEE_THEIR_UNITS_POSTS)) & ~Q(status=PostStatus.DRAFT)
    helped = Q(unit__in=people.units_decided_by(user, MAY_HELP_WRITE))
    return _with_what_pages_show(Post.objects.filter(Q(author=user) | covered | helped))


def posts_edited_by(user: "User") -> QuerySet[Post]:
    """Return the posts this person may open for writing, whatever their state."""
    helped = Q(unit__in=people.units_decided_by(user, MAY_HELP_WRITE))
    return _with_what_pages_show(Post.objects.filter(Q(author=user) | helped))


def posts_by(user: "User") -> QuerySet[Post]:
    """Return this person's own posts, newest first."""
    return _with_what_pages_show(Post.objects.filter(author=user)).order_by("-created_at", "-pk")


def media_seen_by(user: "User") -> QuerySet[Media]:
    """Return the pictures this person uploaded, or that stand in a post they may see."""
    in_seen_posts = Q(pk__in=_media_of(posts_seen_by(user)))
    return Media.objects.filter(Q(uploaded_by=user) | in_seen_posts)


def _media_of(posts: QuerySet[Post]) -> QuerySet[Post, Any]:
    return posts.order_by().values("revisions__parts__pictures__media")


def _with_what_pages_show(posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.select_related("unit", "author", "current_revision", "assessment", "claimed_by")
