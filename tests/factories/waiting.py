"""Posts put straight into a queue, whatever their text: for tests of ladders, not of the classifier."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from accounts.models import Unit, User
from posts.models import Assessment, LadderStep, Post, Revision
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


def many_waiting(author: User, places: Sequence[Unit], count: int, at: datetime, *, due_at: datetime) -> None:
    """Put many red posts on the desk at once, each with one rung due at this moment: the second of its ladder."""
    posts = Post.objects.bulk_create(
        Post(unit=places[number % len(places)], author=author, created_at=at, queued_at=at, light="red", release="ask")
        for number in range(count)
    )
    revisions = Revision.objects.bulk_create(
        Revision(post=post, number=1, content_digest=MADE_UP, decision_digest=MADE_UP, made_by=author, made_at=at)
        for post in posts
    )
    Assessment.objects.bulk_create(_red(revision, at) for revision in revisions)
    newest = Assessment.objects.filter(revision__post=OuterRef("pk")).values
    Post.objects.filter(pk__gte=posts[0].pk, status="draft").update(
        status="waiting", current_revision=Subquery(newest("revision")[:1]), assessment=Subquery(newest("pk")[:1])
    )
    LadderStep.objects.bulk_create(
        LadderStep(post=post, queued_at=at, ladder="red", number=2, due_at=due_at) for post in posts
    )


def _red(revision: Revision, at: datetime) -> Assessment:
    return Assessment(
        revision=revision,
        occasion="submission",
        light="red",
        release="ask",
        topics_light="red",
        body={},
        edition="mps-union",
        classifier="none",
        text_digest=MADE_UP,
        epoch=1,
        made_at=at,
    )
