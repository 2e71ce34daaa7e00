"""The desk: the page, the part of it that is polled, and choosing several to acknowledge."""

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.views.decorators.http import require_GET

from posts.permissions import PostPermission
from posts.views import desk_page
from posts.views.asking import Request
from posts.views.undoing import undo_bar

NO_DESK = "You have no desk: none of your appointments decides posts. Your own posts stand under My posts."


@require_GET
def desk(request: Request) -> HttpResponse:
    """Show what waits for this person."""
    require_desk(request)
    found = desk_page.look(request)
    chooses = bool(request.GET.get("choose")) and found.asked.tab == "acknowledge"
    context = desk_page.context_of(found) | {"chooses": chooses, "undo": undo_bar(request.user, found.now)}
    return _unstored(render(request, "posts/desk.html", context))


@require_GET
def listing(request: Request) -> HttpResponse:
    """Answer the poll: 304 while nothing changed, else the groups, and tabs and time beside them."""
    require_desk(request)
    found = desk_page.look(request)
    etag = f'"{found.version}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == etag:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = render(request, "posts/_desk_poll.html", desk_page.context_of(found))
    response["ETag"] = etag
    return _unstored(response)


def require_desk(request: Request) -> None:
    """Refuse whoever has no desk."""
    if not rules.has_perm(PostPermission.SEE_DESK, request.user):
        raise PermissionDenied(NO_DESK)


def _unstored(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
