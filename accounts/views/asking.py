"""The page behind every form here: show it, do what it asks, or say beside the field why not."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.services.refusals import MovedOn, Refused

UNPROCESSABLE, CONFLICT = 422, 409
LOOK_OR_SEND = require_http_methods(["GET", "HEAD", "POST"])


class Request(HttpRequest):
    """A request of somebody signed in: the portal's middleware lets no other through to these pages."""

    user: User


def ask(
    request: Request, form: Form, do: Callable[[dict[str, Any]], object], *, back: str, title: str, **words: Any
) -> HttpResponse:
    """Show the form; on a good answer do it and go back to where the person came from.

    `do` takes the cleaned data; where it returns a string, that is the address to go to instead of `back`.
    """
    status = 200
    if request.method == "POST":
        status = UNPROCESSABLE
        if form.is_valid():
            try:
                done = do(form.cleaned_data)
            except Refused as refused:
                form.add_error(refused.field if refused.field in form.fields else None, refused.words)
                status = CONFLICT if isinstance(refused, MovedOn) else UNPROCESSABLE
            else:
                return redirect(done if isinstance(done, str) else back)
    page = {"form": form, "back": back, "title": title} | words
    return render(request, "accounts/form.html", page, status=status)


def query_of(request: HttpRequest) -> str:
    """The address's other parameters, ready for "page=2" to follow."""
    kept = request.GET.copy()
    kept.pop("page", None)
    return f"{kept.urlencode()}&" if kept else ""


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent with the form, or None where it is only looked at."""
    return request.POST if request.method == "POST" else None
