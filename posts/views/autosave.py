"""Keeping what is typed, without being asked. Answers are JSON for static/js/draft.js."""

from datetime import datetime

import rules
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from posts.domain.draft_content import DraftContent
from posts.forms.compose import ComposeForm
from posts.forms.fields import read_number
from posts.models import Post
from posts.permissions import PostPermission
from posts.selectors.seen import posts_edited_by
from posts.services import drafting
from posts.services.problems import DraftMovedOn, PostMovedOn
from posts.views.asking import Request
from posts.views.composer_page import options_for


@require_POST
def first(request: Request) -> JsonResponse:
    """Begin a draft with the first thing typed; before that nothing is kept."""
    if not rules.has_perm(PostPermission.DRAFT, request.user):
        raise PermissionDenied("There is no account you may post from yet.")
    form = ComposeForm(request.POST, content=DraftContent(), options=options_for(request.user))
    if not form.is_valid():
        return _not_saved(form)
    if form.content().is_blank:
        return JsonResponse({"saved": ""})
    at = timezone.now()
    post = drafting.start(request.user, form.content(), at)
    return _saved(request, post, post.draft.version, at)


@require_POST
def again(request: Request, pk: int) -> JsonResponse:
    """Keep a later version of a draft, unless somebody kept one first."""
    post = get_object_or_404(posts_edited_by(request.user).select_related("draft"), pk=pk)
    kept = DraftContent.from_json(post.draft.body)
    form = ComposeForm(request.POST, content=kept, options=options_for(post.author))
    if not form.is_valid():
        return _not_saved(form)
    version, at = read_number(request.POST.get("version", "")), timezone.now()
    try:
        saved = drafting.autosave(post, request.user, form.content(), version or 0, at)
    except DraftMovedOn as problem:
        return JsonResponse({"message": str(problem), "theirs": kept.text, "version": post.draft.version}, status=409)
    except PostMovedOn as problem:
        return JsonResponse({"message": str(problem)}, status=409)
    return _saved(request, post, saved, at)


def _saved(request: Request, post: Post, version: int, at: datetime) -> JsonResponse:
    return JsonResponse(
        {
            "version": version,
            "saved": f"Draft saved at {timezone.localtime(at):%H:%M}",
            "url": reverse("post_edit", args=[post.pk]),
            "autosave": reverse("post_autosave", args=[post.pk]),
            "key": f"{request.user.pk}:{post.pk}",
        }
    )


def _not_saved(form: ComposeForm) -> JsonResponse:
    words = " ".join(str(text) for texts in form.errors.values() for text in texts)
    return JsonResponse({"message": f"Not saved yet. {words}"}, status=422)
