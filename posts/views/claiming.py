"""Claims and acknowledgements, sent from the desk or from a post's own page; one goes back to where one was."""

from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from posts.forms.decide import NoteForm, TakeOverForm
from posts.forms.fields import read_number
from posts.models import Post
from posts.selectors import decision
from posts.services import claims, review
from posts.services.problems import PostMovedOn, ReasonMissing
from posts.views import desk_page
from posts.views.asking import Request
from posts.views.deciding import attempt
from posts.views.decision_place import next_address
from posts.views.desk import require_desk

FROM_DESK = "desk"


@require_POST
def claim(request: Request, pk: int) -> HttpResponse:
    """Take a post on, or keep it longer."""

    def act(post: Post, now: datetime) -> None:
        claims.claim(post, request.user, now)

    return attempt(request, pk, "claim", NoteForm(request.POST), act) or _back(request, pk)


@require_POST
def take_over(request: Request, pk: int) -> HttpResponse:
    """Take a post over from a colleague, with a note."""
    form = TakeOverForm(request.POST, auto_id="take-over-%s")

    def act(post: Post, now: datetime) -> None:
        if not form.cleaned_data["note"].strip():
            raise ReasonMissing("Say why you take it over.")
        claims.claim(post, request.user, now, take_over=form.cleaned_data["note"].strip())

    return attempt(request, pk, "take-over", form, act) or redirect("desk-item", pk=pk)


@require_POST
def release(request: Request, pk: int) -> HttpResponse:
    """Give a post back."""

    def act(post: Post, now: datetime) -> None:
        claims.release_claim(post, request.user, now)

    return attempt(request, pk, "release", NoteForm(request.POST), act) or _back(request, pk)


@require_POST
def acknowledge(request: Request, pk: int) -> HttpResponse:
    """Take note of a post that went out."""

    def act(post: Post, now: datetime) -> None:
        review.acknowledge(post, request.user, now)
        messages.success(request, f"Acknowledged: “{post.headline}”.")

    refused = attempt(request, pk, "acknowledge", NoteForm(request.POST), act)
    if refused or request.GET.get("from") == FROM_DESK:
        return refused or _back(request, pk)
    return redirect(next_address(request.user, timezone.now()))


@require_POST
def acknowledge_several(request: Request) -> HttpResponse:
    """Take note of several posts that went out, each for itself."""
    require_desk(request)
    numbers = [number for number in map(read_number, request.POST.getlist("post")) if number is not None]
    posts = list(decision.posts_on_desk(request.user).filter(pk__in=numbers[: desk_page.PAGE]))
    done = sum(_acknowledged(request, post) for post in posts)
    if not posts:
        messages.error(request, "Tick at least one post first. Nothing was acknowledged.")
        return redirect(f"{reverse('desk')}?{urlencode({'tab': 'acknowledge', 'choose': 1})}")
    messages.success(request, f"{done} post{'' if done == 1 else 's'} acknowledged.")
    if done < len(posts):
        left = len(posts) - done
        messages.info(
            request, f"{left} had been acknowledged before you, or {'is' if left == 1 else 'are'} not yours to."
        )
    return redirect(f"{reverse('desk')}#group-acknowledge")


def _acknowledged(request: Request, post: Post) -> bool:
    try:
        review.acknowledge(post, request.user, timezone.now())
    except (PostMovedOn, PermissionDenied):
        return False
    return True


def _back(request: Request, pk: int) -> HttpResponse:
    if request.GET.get("from") != FROM_DESK:
        return redirect("desk-item", pk=pk)
    return redirect(f"{desk_page.address_asked(request)}#post-{pk}")
