"""Deciding on a post: each view takes one thing the page or the desk sends, and asks one service for it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from posts.domain.moments import at_or_on
from posts.forms import decide
from posts.models import Post
from posts.selectors import decision, decisions
from posts.services import conversation, review
from posts.services.problems import HeldByAStop, PostMovedOn, ReasonMissing
from posts.views.asking import Request
from posts.views.decision_page import FORMS, show
from posts.views.decision_place import next_address
from posts.views.desk import require_desk

Act = Callable[[Post, datetime], object]


@require_POST
def approve(request: Request, pk: int) -> HttpResponse:
    """Approve exactly what was seen, and go on to the next."""
    form = decide.SeenForm(request.POST, auto_id="approve-%s")

    def act(post: Post, now: datetime) -> None:
        review.approve(post, request.user, form.seen(), now)
        if post.earliest_at and post.earliest_at > now:
            messages.success(request, f"Approved: “{post.headline}”. It goes out {at_or_on(post.earliest_at, now)}.")

    return _decide(request, pk, "approve", form, act)


@require_POST
def send_back(request: Request, pk: int) -> HttpResponse:
    """Return it to its author with ticks and a sentence."""
    form = decide.ReturnForm(request.POST, auto_id="return-%s")

    def act(post: Post, now: datetime) -> None:
        told = form.cleaned_data
        review.send_back(post, request.user, form.seen(), now, told["reasons"], told["note"])
        messages.success(request, f"Returned to {post.author}, who is told what should change.")

    return _decide(request, pk, "return", form, act)


@require_POST
def reject(request: Request, pk: int) -> HttpResponse:
    """Reject it for good."""
    form = decide.RejectForm(request.POST, auto_id="reject-%s")

    def act(post: Post, now: datetime) -> None:
        told = form.cleaned_data
        review.reject(post, request.user, form.seen(), now, told["reasons"], told["note"])
        messages.success(request, f"Rejected: “{post.headline}”. {post.author} is told why.")

    return _decide(request, pk, "reject", form, act)


@require_POST
def ask(request: Request, pk: int) -> HttpResponse:
    """Put a question to the author."""
    form = decide.AskForm(request.POST, auto_id="ask-%s")

    def act(post: Post, now: datetime) -> None:
        conversation.ask_author(post, request.user, form.cleaned_data["note"], now)
        clock = (
            "The clock of a red post runs on." if post.light == "red" else "The clock stands still until the answer."
        )
        messages.success(request, f"{post.author} is asked. {clock}")

    return attempt(request, pk, "ask", form, act) or redirect("desk-item", pk=pk)


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take down what is out."""
    form = decide.WithdrawForm(request.POST, auto_id="withdraw-%s")

    def act(post: Post, now: datetime) -> None:
        review.withdraw(post, request.user, now, form.cleaned_data["note"])
        messages.success(request, f"Withdrawn: “{post.headline}” is being taken down. {post.author} is told why.")

    return attempt(request, pk, "withdraw", form, act) or redirect("desk-item", pk=pk)


@require_POST
def comment(request: Request, pk: int) -> HttpResponse:
    """Say something about it."""
    form = decide.CommentForm(request.POST, auto_id="comment-%s")

    def act(post: Post, now: datetime) -> None:
        conversation.comment(post, request.user, form.cleaned_data["note"], now)

    refused = attempt(request, pk, "comment", form, act)
    return refused or _at(redirect("desk-item", pk=pk), "#conversation")


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """Bring one's own approval back before anything was sent."""

    def act(post: Post, now: datetime) -> None:
        review.undo(post, request.user, now)
        messages.success(
            request, "Your approval is taken back. Nothing was sent, and the post waits on the desk again."
        )

    return attempt(request, pk, "undo", forms.Form(request.POST), act) or redirect("desk-item", pk=pk)


def attempt(request: Request, pk: int, name: str, form: forms.Form, act: Act) -> HttpResponse | None:
    """Do it, and return None; else the page that says why not, with everything typed kept."""
    require_desk(request)
    now = timezone.now()
    post = get_object_or_404(decision.posts_on_desk(request.user), pk=pk)
    typed = {name: form} if name in FORMS else {}
    if not form.is_valid():
        return show(request, pk, typed=typed, status=422)
    try:
        act(post, now)
    except ReasonMissing as problem:
        form.add_error("note", str(problem))
        return show(request, pk, typed=typed, status=422)
    except PostMovedOn:
        return show(request, pk, refused=_who_was_first(request, pk, name, now), typed=typed, status=409)
    except HeldByAStop as problem:
        return show(request, pk, refused=str(problem), typed=typed, status=409)
    except PermissionDenied as problem:
        return show(request, pk, refused=str(problem), typed=typed, status=403)
    return None


def _decide(request: Request, pk: int, name: str, form: decide.SeenForm, act: Act) -> HttpResponse:
    return attempt(request, pk, name, form, act) or redirect(next_address(request.user, timezone.now()))


def _who_was_first(request: Request, pk: int, tried: str, now: datetime) -> str:
    """The post is read again: what this view loaded is what somebody overtook."""
    fresh = get_object_or_404(decision.posts_on_desk(request.user), pk=pk)
    digest = request.POST.get("decision_digest", "")
    return decisions.what_came_first(fresh, request.user, tried, digest, now)


def _at(response: Any, fragment: str) -> HttpResponse:
    response["Location"] += fragment
    found: HttpResponse = response
    return found
