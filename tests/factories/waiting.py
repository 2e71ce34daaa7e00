"""Posts put straight into a queue, whatever their text: for tests of ladders, not of the classifier."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import Unit, User
from posts.models import Assessment, Post, Revision
from posts.services import escalation

MADE_UP = "0" * 64


def waiting_post(
    author: User,
    unit: Unit,
    at: datetime,
    *,
    light: str = "red",
    release: str = "ask",
    topics: Sequence[str] = (),
    **columns: Any,
) -> Post:
    """Return a post that entered a queue at this moment: the desk's, or with `tell` that of posts to acknowledge."""
    post = post_with_verdict(author, unit, at, light=light, release=release, topics=topics, **columns)
    with transaction.atomic():
        assert post.assessment is not None
        escalation.enter_queue(post, post.assessment, at)
    return post


def post_with_verdict(
    author: User, unit: Unit, at: datetime, *, light: str, release: str, topics: Sequence[str] = (), **columns: Any
) -> Post:
    """Return a post with one revision and this verdict, as it stands when a service lays its ladder."""
    post = Post.objects.create(unit=unit, author=author, created_at=at)
    revision = Revision.objects.create(
        post=post, number=1, content_digest=MADE_UP, decision_digest=MADE_UP, made_by=author, made_at=at
    )
    assessment = Assessment.objects.create(
        revision=revision,
        occasion="submission",
        light=light,
        release=release,
        topics_light=light,
        topics=list(topics),
        body={},
        edition="mps-union",
        classifier="none",
        text_digest=MADE_UP,
        epoch=1,
        made_at=at,
    )
    standing = {"status": "released", "must_acknowledge": True} if release == "tell" else {"status": "waiting"}
    verdict = {"current_revision": revision, "assessment": assessment, "light": light, "release": release}
    for name, value in {**standing, **verdict, "queued_at": at, **columns}.items():
        setattr(post, name, value)
    post.save()
    return post
