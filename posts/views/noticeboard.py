"""The public noticeboard. Nobody signs in here, and nothing is shown that is not published."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from posts.selectors import noticeboard as board
from posts.views.files import picture_response
from posts.views.noticeboard_feed import write_feed
from posts.views.sharing import absolute, share_links

LARGEST = 2**63 - 1


@require_safe
def all_notices(request: HttpRequest, handle: str = "") -> HttpResponse:
    """List what stands on the board, or what one account has put there."""
    name = board.account_name(handle) if handle else ""
    if name is None:
        raise Http404("This account has published nothing here.")
    notices = board.notices(handle, before=_number(request.GET.get("before")), limit=board.PAGE + 1)
    page, more = notices[: board.PAGE], len(notices) > board.PAGE
    context = {"notices": page, "handle": handle, "name": name, "feed_url": _feed_url(handle)}
    context["older_url"] = f"?before={page[-1].number}" if more else ""
    return render(request, "posts/noticeboard.html", context)


@require_safe
def one_notice(request: HttpRequest, handle: str, number: int) -> HttpResponse:
    """Show one notice by itself, or say when it was withdrawn."""
    notice = board.find_notice(handle, min(number, LARGEST))
    if notice is None:
        raise Http404("There is no such notice.")
    status = 200 if notice.withdrawn_at is None else 410
    context = {"notice": notice, "share": share_links(notice), "feed_url": _feed_url(notice.handle)}
    return render(request, "posts/noticeboard_notice.html", context, status=status)


@require_safe
@cache_control(public=True, max_age=60)
def feed(request: HttpRequest, handle: str = "") -> HttpResponse:
    """Give the latest notices as an Atom feed."""
    name = board.account_name(handle) if handle else ""
    if name is None:
        raise Http404("This account has published nothing here.")
    return write_feed(board.notices(handle), name, absolute(_feed_url(handle)), absolute(_page_url(handle)))


@require_safe
@cache_control(public=True, max_age=60)
def picture(request: HttpRequest, handle: str, number: int, position: int) -> FileResponse:
    """Give a picture of a notice, for as long as the notice stands."""
    placed = board.find_picture(handle, min(number, LARGEST), min(position, 32_767))
    if placed is None:
        raise Http404("There is no such picture.")
    return picture_response(placed.media)


def _feed_url(handle: str) -> str:
    return reverse("noticeboard_feed_of", args=[handle]) if handle else reverse("noticeboard_feed")


def _page_url(handle: str) -> str:
    return reverse("noticeboard_of", args=[handle]) if handle else reverse("noticeboard")


def _number(given: str | None) -> int | None:
    return min(int(given), LARGEST) if given and given.isdecimal() and given.isascii() else None
