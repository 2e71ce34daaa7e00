"""Trusted handles: listed for everybody, changed by DMC admins."""

from typing import Any

import rules
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts import selectors
from accounts.forms.handles import HandleForm
from accounts.forms.people import SureForm
from accounts.permissions import AccountPermission as May
from accounts.services import register
from accounts.services.authority import demand
from accounts.views.asking import LOOK_OR_SEND, Request, ask, sent


@require_safe
def handle_list(request: Request) -> HttpResponse:
    """Every trusted handle."""
    demand(May.SEE_REGISTER, request.user)
    may_change = rules.has_perm(May.ADMINISTER, request.user)
    words = {"handles": selectors.trusted_handles(), "may_change": may_change}
    return render(request, "accounts/handle_list.html", words)


@LOOK_OR_SEND
def handle_add(request: Request) -> HttpResponse:
    """A DMC admin trusts a handle."""
    demand(May.ADMINISTER, request.user)

    def trust(told: dict[str, Any]) -> None:
        register.trust_handle(**told, actor=request.user)

    intro = "Posts of this handle can be repeated as Green; their text is not read."
    words = {"title": "Trust a handle", "button": "Add the handle", "intro": intro}
    return ask(request, HandleForm(sent(request)), trust, back=reverse("handle_list"), **words)


@LOOK_OR_SEND
def handle_remove(request: Request, pk: int) -> HttpResponse:
    """A DMC admin no longer trusts a handle."""
    demand(May.ADMINISTER, request.user)
    found = get_object_or_404(selectors.trusted_handles(), pk=pk)

    def distrust(told: dict[str, Any]) -> None:
        register.distrust_handle(found, actor=request.user)

    intro = "Repeating its posts is at least Amber from then on, and their text is read like any other."
    words = {"title": f"Remove {found.handle}", "button": "Remove the handle", "intro": intro}
    return ask(request, SureForm(sent(request)), distrust, back=reverse("handle_list"), **words)
