"""Pages of the portal itself: the front door, its health, and what is said when something goes wrong."""

import rules
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from posts.permissions import PostPermission
from rag_portal import health as checks


def home(request: HttpRequest) -> HttpResponse:
    """Take people to where their work is: the desk, a new post, or the register of accounts."""
    if rules.has_perm(PostPermission.SEE_DESK, request.user):
        return redirect("desk")
    return redirect("compose" if rules.has_perm(PostPermission.DRAFT, request.user) else "account_list")


@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every check is well, else 503; `?check=database` asks for some by name."""
    outcomes = checks.ask(request.GET.getlist("check") or checks.CHECKS)
    well = all(outcome == "ok" for outcome in outcomes.values())
    return JsonResponse({"well": well, "checks": outcomes}, status=200 if well else 503)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be understood."""
    return _problem(
        request, 400, "The request could not be understood", "Go back, check what you entered and try again."
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the person may not do this, with the reason where there is one."""
    words = str(exception) or "Your appointments do not cover this. If they should, ask a DMC admin."
    return _problem(request, 403, "You cannot do this", words)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the page had grown too old to be sent."""
    words = "It was open too long, or you signed in or out in another tab. Go back, reload the page and send it again."
    return _problem(request, 403, "This page is out of date", words)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing here, or nothing this person may see: the two look alike."""
    return _problem(request, 404, "Page not found", "Check the address. It may also be something that you cannot see.")


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault, on a page that needs neither database nor session."""
    return HttpResponse(render(None, "500.html").content, status=500)


def _problem(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    return render(request, "problem.html", {"title": title, "words": words, "status": status}, status=status)
