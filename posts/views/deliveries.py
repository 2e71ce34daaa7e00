"""What a person says of a delivery in doubt: it is out, it is not, or it may be tried again."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from posts.forms.delivery import FoundForm
from posts.models import Publication
from posts.selectors.mine import with_facts
from posts.selectors.seen import posts_seen_by
from posts.selectors.unsettled import deliveries_seen_by
from posts.services import doubts
from posts.services.problems import PostMovedOn
from posts.views import post_page
from posts.views.asking import Request


@require_POST
def is_out(request: Request, pk: int) -> HttpResponse:
    """Somebody saw it there."""
    delivery, form = _seen(request, pk), FoundForm(request.POST, auto_id=f"delivery-{pk}-%s")
    if not form.is_valid():
        post = with_facts(posts_seen_by(request.user)).get(pk=delivery.revision.post_id)
        return post_page.show(request, post, delivery=(pk, form), status=422)

    def say() -> None:
        doubts.say_it_is_out(delivery, request.user, timezone.now(), form.cleaned_data["url"])

    return _settle(request, delivery, say, f"{delivery.account}: it is out.")


@require_POST
def is_not_out(request: Request, pk: int) -> HttpResponse:
    """Somebody looked, and it is not there."""
    delivery = _seen(request, pk)

    def say() -> None:
        doubts.say_it_is_not_out(delivery, request.user, timezone.now())

    return _settle(request, delivery, say, f"{delivery.account}: it is not out. It can be tried again.")


@require_POST
def try_again(request: Request, pk: int) -> HttpResponse:
    """Send it once more."""
    delivery = _seen(request, pk)

    def say() -> None:
        doubts.try_again(delivery, request.user, timezone.now())

    return _settle(request, delivery, say, f"{delivery.account}: it is tried again.")


def _seen(request: Request, pk: int) -> Publication:
    return get_object_or_404(deliveries_seen_by(request.user), pk=pk)


def _settle(request: Request, delivery: Publication, say: Callable[[], None], done: str) -> HttpResponse:
    """Say it, and go back to the page it was said on."""
    try:
        say()
        messages.success(request, done)
    except PostMovedOn as problem:
        messages.error(request, str(problem))
    back = "desk-item" if request.GET.get("from") == "desk" else "post"
    return redirect(back, pk=delivery.revision.post_id)
