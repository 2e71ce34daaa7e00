"""Incidents in force and ended, declaring one, standing one down."""

import rules
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from governance.forms import IncidentForm, PasswordForm
from governance.permissions import GovernancePermission as May
from governance.selectors.notices import incidents_ended, incidents_standing
from governance.services import incidents
from governance.services.authority import demand
from governance.services.refusals import Refused


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """What is in force now, and what was."""
    demand(May.SEE_POLICY, request.user)
    context = {
        "standing": incidents_standing(),
        "ended": incidents_ended(),
        "may_declare": rules.has_perm(May.DECLARE_INCIDENT, request.user),
    }
    return render(request, "governance/incidents.html", context)


def declare(request: HttpRequest) -> HttpResponse:
    """Put an incident in force."""
    actor = demand(May.DECLARE_INCIDENT, request.user)
    form = IncidentForm(actor, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "governance/incident_new.html", {"form": form}, status=422 if form.is_bound else 200)
    incident = incidents.declare(form.scope(), actor=actor)
    messages.success(request, f"{incident.title} is in force. Posts in its scope are held.")
    return redirect("incidents")


def stand_down(request: HttpRequest, pk: int) -> HttpResponse:
    """End an incident."""
    actor = demand(May.DECLARE_INCIDENT, request.user)
    incident = incidents_standing().filter(pk=pk).first()
    if incident is None:
        raise Http404
    form = PasswordForm(actor, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "incident": incident}
        return render(request, "governance/incident_end.html", context, status=422 if form.is_bound else 200)
    try:
        incidents.stand_down(pk, actor=actor)
        messages.success(request, f"{incident.title} is stood down. What it held is judged again.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("incidents")
