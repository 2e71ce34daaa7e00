"""Claims on the desk: who is looking at a post, until when."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import rules
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from governance import audit
from posts.domain.workflow import PostStatus
from posts.models import Post
from posts.permissions import PostPermission
from posts.services.problems import PostMovedOn

if TYPE_CHECKING:
    from accounts.models import User

LASTS = {"red": timedelta(minutes=5)}
LASTS_OTHERWISE = timedelta(minutes=10)


@transaction.atomic(durable=True)
def claim(post: Post, actor: "User", at: datetime, *, take_over: str = "") -> None:
    """Take a waiting post on, for ten minutes (red five). With a note, take it over from whoever has it."""
    if not rules.has_perm(PostPermission.CLAIM, actor, post):
        raise PermissionDenied("You cannot decide this post, so you cannot claim it.")
    free = Q(claimed_by=None) | Q(claimed_until__lte=at) | Q(claimed_by=actor)
    standing = Post.objects.filter(pk=post.pk, status=PostStatus.WAITING)
    if not take_over:
        standing = standing.filter(free)
    until = at + LASTS.get(post.light, LASTS_OTHERWISE)
    if standing.update(claimed_by=actor, claimed_until=until) != 1:
        raise PostMovedOn("Somebody else has claimed this post, or it has been decided.")
    audit.record("post.claimed", actor=actor, obj=post, unit_slug=post.unit.slug, payload={"take_over": take_over})


@transaction.atomic(durable=True)
def release_claim(post: Post, actor: "User", at: datetime) -> None:
    """Give a claim back."""
    if Post.objects.filter(pk=post.pk, claimed_by=actor).update(claimed_by=None, claimed_until=None) != 1:
        raise PostMovedOn("You do not have this post any more.")
    audit.record("post.claim-released", actor=actor, obj=post, unit_slug=post.unit.slug)
