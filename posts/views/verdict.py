"""The live verdict: what the page shows while somebody types. Computed and forgotten."""

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from posts.domain.draft_content import DraftContent
from posts.forms.compose import ComposeForm
from posts.forms.fields import read_number
from posts.permissions import PostPermission
from posts.selectors.seen import posts_edited_by
from posts.views import composer_page
from posts.views.asking import Request
from posts.views.composer_page import Composer


@require_POST
def verdict(request: Request) -> HttpResponse:
    """Answer with the panel and the other live parts of the composer; `?post=` names a draft that was kept."""
    post, number = None, read_number(request.GET.get("post", ""))
    if number is not None:
        post = get_object_or_404(posts_edited_by(request.user).select_related("draft"), pk=number)
    elif not rules.has_perm(PostPermission.DRAFT, request.user):
        raise PermissionDenied("There is no account you may post from yet.")
    options = composer_page.options_for(post.author if post else request.user)
    content = DraftContent.from_json(post.draft.body) if post else DraftContent()
    form = ComposeForm(request.POST, content=content, options=options)
    form.is_valid()
    context = composer_page.context_of(Composer(request.user, form, options, post))
    shown = set(request.POST.getlist("looks")) == {one["fit"].slug for one in context["looks"]}
    return render(request, "posts/_live.html", context | {"same_looks": shown})
