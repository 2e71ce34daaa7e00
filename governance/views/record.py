"""The record: a list of events, and one event with its payload and the proof of its seal."""

import json
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from governance.permissions import GovernancePermission as May
from governance.selectors.record import PAGE, events_seen_by, seal_proof
from governance.services.authority import demand
from governance.views.paging import Page, whole_number

FILTERS = {"type": "object_type", "id": "object_id", "action": "action", "person": "actor_id"}


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Events, the newest first; `type`, `id`, `action` and `person` narrow the list."""
    demand(May.SEE_RECORD, request.user)
    asked = {name: request.GET.get(name, "").replace("\x00", "").strip()[:60] for name in FILTERS}
    asked["person"] = asked["person"] if whole_number(asked["person"]) else ""
    events = events_seen_by(request.user).filter(**{FILTERS[name]: value for name, value in asked.items() if value})
    page = Page(events, "pk", whole_number(request.GET.get("before", "")), PAGE)
    kept = urlencode({name: value for name, value in asked.items() if value})
    return render(request, "governance/record.html", {"page": page, "asked": asked, "older_url": page.older_url(kept)})


@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """One event in full."""
    demand(May.SEE_RECORD, request.user)
    found = get_object_or_404(events_seen_by(request.user).select_related("payload", "tombstone"), pk=pk)
    payload = getattr(found, "payload", None)
    context = {
        "event": found,
        "payload": json.dumps(payload.body, indent=2, ensure_ascii=False, sort_keys=True) if payload else "",
        "tombstone": getattr(found, "tombstone", None),
        "proof": seal_proof(found),
    }
    return render(request, "governance/event.html", context)
