"""The desk, its decisions, and what came of them, by API."""

from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router

from governance.domain.rag import Assessment as Verdict
from posts.api.auth import person
from posts.api.schemas import DecisionIn, DeliveryOut, DeskOut, Key, NoteIn, PostOut, Problem, VerdictOut
from posts.api.shapes import shape_of_delivery, shape_of_post, shape_of_verdict
from posts.models import Post
from posts.permissions import PostPermission
from posts.selectors import desk as desks
from posts.selectors.followed import deliveries_of, verdicts_on
from posts.selectors.seen import posts_seen_by
from posts.services import claims, review

router = Router(tags=["deciding"])
REFUSALS = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
SHOWN = 50


@router.get("/desk", response={200: DeskOut, 401: Problem, 403: Problem})
def desk(request: HttpRequest) -> Any:
    """The first fifty of each group on your desk, what matters most first."""
    who = person(request)
    if not rules.has_perm(PostPermission.SEE_DESK, who):
        raise PermissionDenied("You have no desk: none of your appointments decides posts.")
    return {
        "decide": _page(desks.to_decide(who)),
        "acknowledge": _page(desks.to_acknowledge(who)),
        "held": _page(desks.held(who)),
    }


@router.post("/posts/{key}/claim", response={200: PostOut, **REFUSALS})
def claim(request: HttpRequest, key: Key) -> Any:
    """Take a waiting post on for ten minutes, a red one for five."""
    post = _post(request, key)
    claims.claim(post, person(request), timezone.now())
    return shape_of_post(_post(request, key))


@router.post("/posts/{key}/release-claim", response={200: PostOut, **REFUSALS})
def release_claim(request: HttpRequest, key: Key) -> Any:
    """Give a claim back."""
    claims.release_claim(_post(request, key), person(request), timezone.now())
    return shape_of_post(_post(request, key))


@router.post("/posts/{key}/approve", response={200: PostOut, **REFUSALS})
def approve(request: HttpRequest, key: Key, body: DecisionIn) -> Any:
    """Approve exactly what you read."""
    review.approve(_post(request, key), person(request), _seen(body), timezone.now(), body.note)
    return shape_of_post(_post(request, key))


@router.post("/posts/{key}/return", response={200: PostOut, **REFUSALS})
def send_back(request: HttpRequest, key: Key, body: DecisionIn) -> Any:
    """Return the post to its author; a reason or a note is required."""
    review.send_back(_post(request, key), person(request), _seen(body), timezone.now(), body.reasons, body.note)
    return shape_of_post(_post(request, key))


@router.post("/posts/{key}/reject", response={200: PostOut, **REFUSALS})
def reject(request: HttpRequest, key: Key, body: DecisionIn) -> Any:
    """Reject the post; a reason or a note is required."""
    review.reject(_post(request, key), person(request), _seen(body), timezone.now(), body.reasons, body.note)
    return shape_of_post(_post(request, key))


@router.post("/posts/{key}/undo", response={200: PostOut, **REFUSALS})
def undo(request: HttpRequest, key: Key) -> Any:
    """Bring your approval back before anything is sent."""
    review.undo(_post(request, key), person(request), timezone.now())
    return shape_of_post(_post(request, key))


@router.post("/posts/{key}/acknowledge", response={200: PostOut, **REFUSALS})
def acknowledge(request: HttpRequest, key: Key) -> Any:
    """Take note of a post that went out."""
    review.acknowledge(_post(request, key), person(request), timezone.now())
    return shape_of_post(_post(request, key))


@router.post("/posts/{key}/withdraw", response={200: PostOut, **REFUSALS})
def withdraw(request: HttpRequest, key: Key, body: NoteIn) -> Any:
    """Take down whatever of the post is out; say why."""
    review.withdraw(_post(request, key), person(request), timezone.now(), body.note)
    return shape_of_post(_post(request, key))


@router.get("/posts/{key}/verdicts", response={200: list[VerdictOut], **REFUSALS})
def verdicts(request: HttpRequest, key: Key) -> Any:
    """Every stored verdict on the post, the latest first."""
    rows = verdicts_on(_post(request, key))
    return [shape_of_verdict(Verdict.from_json(row.body), row) for row in rows]


@router.get("/posts/{key}/deliveries", response={200: list[DeliveryOut], **REFUSALS})
def deliveries(request: HttpRequest, key: Key) -> Any:
    """What became of the post, account by account."""
    return [shape_of_delivery(row) for row in deliveries_of(_post(request, key))]


def _post(request: HttpRequest, key: int) -> Post:
    seen = posts_seen_by(person(request)).select_related("draft", "acknowledged_by")
    return get_object_or_404(seen, pk=key)


def _seen(body: DecisionIn) -> review.Seen:
    return review.Seen(body.decision_digest, body.assessment)


def _page(posts: QuerySet[Post]) -> list[dict[str, Any]]:
    return [shape_of_post(post) for post in posts.select_related("draft", "acknowledged_by")[:SHOWN]]
