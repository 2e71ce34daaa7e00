"""The edition in force, the others, and the switch that needs two people."""

import rules
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from governance.domain.edition import Edition
from governance.forms import SwitchForm
from governance.permissions import GovernancePermission as May
from governance.selectors import edition_in_force, read_edition
from governance.selectors.editions import (
    editions,
    ladder_tables,
    switch_to_read,
    switches_decided,
    switches_to_decide,
    topic_rows,
)
from governance.selectors.words import people_called
from governance.services.authority import demand
from governance.services.policy import approve_switch, propose_switch
from governance.services.refusals import Refused


@require_safe
def in_force(request: HttpRequest) -> HttpResponse:
    """The traffic light as it stands now."""
    demand(May.SEE_POLICY, request.user)
    now = edition_in_force()
    context = _tables(now.edition) | {
        "in_force": now,
        "editions": editions(),
        "waiting": switches_to_decide(),
        "decided": switches_decided()[:20],
        "may_propose": rules.has_perm(May.DRAFT_POLICY, request.user),
    }
    return render(request, "governance/policy.html", context)


@require_safe
def edition(request: HttpRequest, digest: str) -> HttpResponse:
    """One edition, whether in force or not."""
    demand(May.SEE_POLICY, request.user)
    row = get_object_or_404(editions(), digest=digest)
    context = _tables(read_edition(digest)) | {"row": row, "is_in_force": edition_in_force().digest == digest}
    return render(request, "governance/edition.html", context)


def propose(request: HttpRequest) -> HttpResponse:
    """Ask for another edition to be put in force."""
    actor = demand(May.DRAFT_POLICY, request.user)
    form = SwitchForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "governance/switch_new.html", {"form": form}, status=422 if form.is_bound else 200)
    data = form.cleaned_data
    switch = propose_switch(actor=actor, edition_id=data["edition"].pk, applies_from=data["applies_from"])
    return redirect("policy_switch", switch.pk)


@require_safe
def switch(request: HttpRequest, pk: int) -> HttpResponse:
    """A proposed switch, with its approval for whoever may give it."""
    demand(May.SEE_POLICY, request.user)
    found = switch_to_read(pk)
    if found is None:
        raise Http404
    context = {"switch": found, "may_approve": rules.has_perm(May.APPROVE_POLICY, request.user, found)}
    return render(request, "governance/switch.html", context)


@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve another's proposal."""
    found = switch_to_read(pk)
    if found is None:
        raise Http404
    actor = demand(May.APPROVE_POLICY, request.user, found)
    try:
        approve_switch(actor=actor, switch_id=pk)
        messages.success(request, "Approved. What waits is judged again when it applies.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("policy_switch", pk)


def _tables(shown: Edition) -> dict[str, object]:
    return {
        "topics": topic_rows(shown),
        "checks": shown.checks.values(),
        "ladders": ladder_tables(shown),
        "deciders": [(light, people_called(shown.deciders[light])) for light in ("amber", "red")],
    }
