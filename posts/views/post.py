"""One post: its page, and what may be done to it from there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from posts.forms.conversation import CommentForm, WithdrawForm
from posts.models import Post
from posts.selectors.mine import with_facts
from posts.selectors.seen import posts_edited_by, posts_seen_by
from posts.services import conversation, drafting, review
from posts.services.problems import PostMovedOn
from posts.views import post_page
from posts.views.asking import Request


@require_safe
def page(request: Request, pk: int) -> HttpResponse:
    """Show where a post stands and how it came there."""
    return post_page.show(request, _seen(request, pk))


@require_POST
def comment(request: Request, pk: int) -> HttpResponse:
    """Add a remark, or answer the question that is open."""
    post, form = _seen(request, pk), CommentForm(request.POST, auto_id="%s")
    if not form.is_valid():
        return post_page.show(request, post, comment=form, status=422)
    conversation.comment(post, request.user, form.cleaned_data["text"], timezone.now())
    return redirect("post", pk=pk)


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take down whatever of it is out."""
    post, form = _seen(request, pk), WithdrawForm(request.POST, auto_id="withdraw-%s")
    if not form.is_valid():
        return post_page.show(request, post, withdraw=form, status=422)
    try:
        review.withdraw(post, request.user, timezone.now(), form.cleaned_data["note"])
    except PostMovedOn as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "It is being taken down.")
    return redirect("post", pk=pk)


@require_POST
def give_up(request: Request, pk: int) -> HttpResponse:
    """End a post that never went out."""
    post = get_object_or_404(posts_edited_by(request.user), pk=pk)
    try:
        drafting.abandon(post, request.user, timezone.now())
    except PostMovedOn as problem:
        messages.error(request, str(problem))
        return redirect("post", pk=pk)
    messages.success(request, "You gave this post up. The record of it stays.")
    return redirect("my_posts")


def _seen(request: Request, pk: int) -> Post:
    return get_object_or_404(with_facts(posts_seen_by(request.user)), pk=pk)
