"""The guidance page, a new notice, and its withdrawal."""

import rules
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from governance.forms import GuidanceForm
from governance.permissions import GovernancePermission as May
from governance.selectors import edition_in_force
from governance.selectors.editions import ladder_tables
from governance.selectors.notices import guidance_ended, guidance_standing
from governance.services import guidance
from governance.services.authority import demand
from governance.services.refusals import Refused


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """What is in force, what each light means, and who to call."""
    demand(May.SEE_POLICY, request.user)
    context = {
        "standing": guidance_standing(),
        "ended": guidance_ended(),
        "ladders": ladder_tables(edition_in_force().edition),
        "may_publish": rules.has_perm(May.PUBLISH_GUIDANCE, request.user),
    }
    return render(request, "governance/guidance.html", context)


def publish(request: HttpRequest) -> HttpResponse:
    """Write a notice and put it in force."""
    actor = demand(May.PUBLISH_GUIDANCE, request.user)
    form = GuidanceForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "governance/guidance_new.html", {"form": form}, status=422 if form.is_bound else 200)
    notice = guidance.publish(form.said(), actor=actor)
    messages.success(request, f"{notice.title} is published. What waits is judged again.")
    return redirect("guidance")


@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """End a notice before its time."""
    actor = demand(May.PUBLISH_GUIDANCE, request.user)
    try:
        guidance.withdraw(slug, actor=actor)
        messages.success(request, "The guidance is withdrawn. What waits is judged again.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("guidance")
