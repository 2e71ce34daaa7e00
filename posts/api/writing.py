"""Writing and sending by API."""

from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Status

from accounts.selectors import accounts_to_post_from
from posts.api.auth import person
from posts.api.schemas import (
    AccountOut,
    Key,
    NewPost,
    PageOut,
    PostIn,
    PostOut,
    Problem,
    SavedPost,
    VerdictOut,
    VersionIn,
)
from posts.api.shapes import content_of_body, shape_of_post, shape_of_verdict
from posts.models import Post
from posts.permissions import PostPermission
from posts.selectors.seen import posts_by, posts_edited_by, posts_seen_by
from posts.services import drafting, submission
from posts.services.judging import judge

router = Router(tags=["writing"])
REFUSALS = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
PAGE = 50


@router.get("/accounts", response={200: list[AccountOut], 401: Problem})
def accounts(request: HttpRequest) -> Any:
    """The accounts you may post from."""
    rows = accounts_to_post_from(person(request)).select_related("unit").order_by("pk")
    return [
        {"id": row.pk, "name": row.name, "channel": row.channel, "handle": row.handle, "unit": row.unit.slug}
        for row in rows
    ]


@router.post("/verdict", response={200: VerdictOut, **REFUSALS})
def verdict(request: HttpRequest, body: PostIn) -> Any:
    """What light this would get from you, now. Nothing is kept."""
    who, content = person(request), content_of_body(body.dict())
    if not rules.has_perm(PostPermission.DRAFT, who):
        raise PermissionDenied("There is no account you may post from yet.")
    chosen = drafting.chosen_by(who, content)
    unit = chosen[0].unit if chosen else drafting.home_of(who)
    return shape_of_verdict(judge(content, author=who, unit=unit, accounts=chosen, at=timezone.now()).verdict)


@router.post("/posts", response={201: PostOut, **REFUSALS})
def create(request: HttpRequest, body: NewPost) -> Any:
    """Begin a post; with `submit`, send it too. Where sending is refused the draft is not kept."""
    who, content, now = person(request), content_of_body(body.dict()), timezone.now()
    begin = submission.begin_and_send if body.submit else drafting.start
    post = begin(who, content, now)
    return Status(201, shape_of_post(posts_by(who).select_related("draft", "acknowledged_by").get(pk=post.pk)))


@router.get("/posts", response={200: PageOut, 401: Problem, 422: Problem})
def mine(request: HttpRequest, older_than: Key | None = None) -> Any:
    """Your own posts, the newest first."""
    posts = posts_by(person(request)).select_related("draft", "acknowledged_by").order_by("-pk")
    if older_than:
        posts = posts.filter(pk__lt=older_than)
    page = list(posts[: PAGE + 1])
    older = page[PAGE - 1].pk if len(page) > PAGE else None
    return {"posts": [shape_of_post(post) for post in page[:PAGE]], "older": older}


@router.get("/posts/{key}", response={200: PostOut, **REFUSALS})
def read(request: HttpRequest, key: Key) -> Any:
    """One post that you may see."""
    return shape_of_post(_seen(person(request), key))


@router.put("/posts/{key}", response={200: PostOut, **REFUSALS})
def save(request: HttpRequest, key: Key, body: SavedPost) -> Any:
    """Change a draft, if nobody has since the version you read."""
    who = person(request)
    post = get_object_or_404(posts_edited_by(who), pk=key)
    drafting.autosave(post, who, content_of_body(body.dict()), body.version, timezone.now())
    return shape_of_post(_seen(who, key))


@router.post("/posts/{key}/submit", response={200: PostOut, **REFUSALS})
def submit(request: HttpRequest, key: Key, body: VersionIn) -> Any:
    """Send a draft as it stands at this version."""
    who = person(request)
    post = get_object_or_404(posts_edited_by(who).select_related("draft"), pk=key)
    submission.submit(post, who, body.version, timezone.now())
    return shape_of_post(_seen(who, key))


@router.post("/posts/{key}/reopen", response={200: PostOut, **REFUSALS})
def reopen(request: HttpRequest, key: Key) -> Any:
    """Take a sent post back for writing; any approval ends with it."""
    who = person(request)
    drafting.reopen(get_object_or_404(posts_edited_by(who), pk=key), who, timezone.now())
    return shape_of_post(_seen(who, key))


@router.post("/posts/{key}/abandon", response={200: PostOut, **REFUSALS})
def abandon(request: HttpRequest, key: Key) -> Any:
    """Give a post up."""
    who = person(request)
    drafting.abandon(get_object_or_404(posts_edited_by(who), pk=key), who, timezone.now())
    return shape_of_post(_seen(who, key))


def _seen(who: Any, key: int) -> Post:
    return get_object_or_404(posts_seen_by(who).select_related("draft", "acknowledged_by"), pk=key)
