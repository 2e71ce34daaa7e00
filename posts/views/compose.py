"""Writing a post: a new one, one that was kept, and opening one again that was sent."""

from collections.abc import Callable

import rules
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from posts.domain.draft_content import DraftContent
from posts.domain.workflow import EDITABLE
from posts.forms.compose import ComposeForm
from posts.forms.fields import read_number
from posts.models import Post
from posts.permissions import PostPermission
from posts.selectors.seen import posts_edited_by
from posts.services import copying, drafting
from posts.services.problems import DraftMovedOn, PostMovedOn, SubmissionRefused
from posts.services.submission import submit
from posts.views import composer_page, uploading
from posts.views.asking import Request
from posts.views.composer_page import Composer

EMPTY = {"text": ["Write what you want to say."]}


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Show an empty composer; nothing is kept before something was typed."""
    if not rules.has_perm(PostPermission.DRAFT, request.user):
        raise PermissionDenied("There is no account you may post from yet. Ask your SPOC to add you to one.")
    composer = _composer(request, None)
    if request.method == "POST":
        return _take(request, composer, lambda content: drafting.start(request.user, content, timezone.now()))
    return composer_page.show(request, composer)


@require_http_methods(["GET", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    """Show a draft as it was kept, and take what is sent from it."""
    post = get_object_or_404(posts_edited_by(request.user).select_related("draft"), pk=pk)
    if post.status not in EDITABLE:
        messages.info(request, "This post is not a draft any more, so it cannot be changed here.")
        return redirect("post", pk=pk)
    composer = _composer(request, post)
    if request.method == "POST":
        return _take(request, composer, lambda content: _keep(request, composer, post, content))
    return composer_page.show(request, composer)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    """Take a sent post back and open it for writing."""
    post = get_object_or_404(posts_edited_by(request.user), pk=pk)
    try:
        drafting.reopen(post, request.user, timezone.now())
    except PostMovedOn as problem:
        messages.error(request, str(problem))
        return redirect("post", pk=pk)
    messages.success(request, "You took this post back. It is a draft again, and nobody decides it meanwhile.")
    return redirect("post_edit", pk=pk)


@require_POST
def duplicate(request: Request, pk: int) -> HttpResponse:
    """Begin a new draft with the words of an old post."""
    post = get_object_or_404(posts_edited_by(request.user), pk=pk)
    copy = copying.duplicate(post, request.user, timezone.now())
    return redirect("post_edit", pk=copy.pk)


def _composer(request: Request, post: Post | None) -> Composer:
    options = composer_page.options_for(post.author if post else request.user)
    content = DraftContent.from_json(post.draft.body) if post else DraftContent()
    if post is None and len(options.accounts) == 1:
        content = content.changed(accounts=(options.accounts[0].pk,))
    data = request.POST if request.method == "POST" else None
    form = ComposeForm(data, content=content, options=options)
    version = read_number(request.POST.get("version", "")) if data else post and post.draft.version
    return Composer(request.user, form, options, post, version or 0)


def _take(request: Request, composer: Composer, keep: Callable[[DraftContent], Post]) -> HttpResponse:
    """Keep what was typed, then do what was asked: send it, or show it again."""
    form = composer.form
    if not form.is_valid():
        return composer_page.show(request, composer, 422)
    content = uploading.with_pictures(request, form)
    if content.is_blank and not form.errors:
        form.refuse(EMPTY)
    if form.errors:
        return composer_page.show(request, composer, 422)
    try:
        post = keep(_as_asked(request, content))
    except DraftMovedOn as problem:
        return _overtaken(request, composer, problem)
    except PostMovedOn as problem:
        messages.error(request, str(problem))
        return redirect("my_posts")
    composer.post, composer.version = post, post.draft.version
    if request.POST.get("act") == "split":
        return _split(request, post, content)
    if request.POST.get("act") == "send" and content.when != "draft":
        return _send(request, composer)
    return _kept(request, post)


def _as_asked(request: Request, content: DraftContent) -> DraftContent:
    """The content with the one thing changed that a button asked for."""
    act, _, subject = request.POST.get("act", "").partition(":")
    if act == "remove-picture":
        return content.changed(pictures=tuple(one for one in content.pictures if str(one.media) != subject))
    if act == "use-time":
        return content.changed(when="later", wall_clock=subject)
    return content


def _keep(request: Request, composer: Composer, post: Post, content: DraftContent) -> Post:
    post.draft.version = drafting.autosave(post, request.user, content, composer.version, timezone.now())
    post.draft.body = content.to_json()
    return post


def _send(request: Request, composer: Composer) -> HttpResponse:
    post = composer.post
    if post is None:
        raise ValueError("Only a post that was kept can be sent.")
    try:
        submit(post, request.user, composer.version, timezone.now())
    except SubmissionRefused as refusal:
        composer.form.refuse(refusal.errors)
        return composer_page.show(request, composer, 422)
    except DraftMovedOn as problem:
        return _overtaken(request, composer, problem)
    except PostMovedOn as problem:
        messages.error(request, str(problem))
    return redirect("post", pk=post.pk)


def _split(request: Request, post: Post, content: DraftContent) -> HttpResponse:
    begun = copying.split(post, request.user, content, post.draft.version, timezone.now())
    others = " and ".join(str(one.unit) for one in begun)
    if begun:
        messages.success(request, f"This draft keeps the accounts of one unit. A copy for {others} is in My posts.")
    return redirect("post_edit", pk=post.pk)


def _kept(request: Request, post: Post) -> HttpResponse:
    act = request.POST.get("act", "").partition(":")[0]
    place = {"check": "#verdict", "add-picture": "#pictures", "remove-picture": "#pictures", "use-time": "#when"}
    if act not in place:
        messages.success(request, "Your draft is saved. Nothing was sent.")
    response = redirect("post_edit", pk=post.pk)
    response["Location"] += place.get(act, "")
    return response


def _overtaken(request: Request, composer: Composer, problem: DraftMovedOn) -> HttpResponse:
    """Show both versions; the one that was saved later stays until this one is saved again on purpose."""
    if composer.post is None:
        raise problem
    standing = get_object_or_404(posts_edited_by(request.user).select_related("draft"), pk=composer.post.pk)
    composer.post, composer.version = standing, standing.draft.version
    composer.theirs = {"words": str(problem), "text": DraftContent.from_json(standing.draft.body).text}
    return composer_page.show(request, composer, 409)
