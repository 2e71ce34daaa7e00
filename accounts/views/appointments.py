"""Appointments: made, ended, and given leave to bypass."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from accounts import selectors
from accounts.forms.people import AppointmentForm, LastDayForm, SureForm
from accounts.permissions import AccountPermission as May
from accounts.services import people
from accounts.services.authority import demand
from accounts.views.asking import LOOK_OR_SEND, Request, ask, sent


@LOOK_OR_SEND
def appoint(request: Request, pk: int) -> HttpResponse:
    """A DMC admin gives a person a role in a unit."""
    found = get_object_or_404(selectors.people_seen_by(request.user), pk=pk)
    demand(May.ADMINISTER_PEOPLE, request.user)
    form = AppointmentForm(sent(request), units=selectors.units_seen_by(request.user))

    def give(told: dict[str, Any]) -> None:
        people.appoint(found, **told, actor=request.user)

    words = {"title": f"Appoint {found}", "button": "Appoint"}
    return ask(request, form, give, back=reverse("person", args=[pk]), **words)


@LOOK_OR_SEND
def appointment_end(request: Request, pk: int) -> HttpResponse:
    """A DMC admin says which day is the last."""
    found = get_object_or_404(selectors.appointments_seen_by(request.user), pk=pk)
    demand(May.ADMINISTER_PEOPLE, request.user, found)
    form = LastDayForm(sent(request), initial={"last_day": timezone.localdate()})

    def end(told: dict[str, Any]) -> None:
        people.end_appointment(found, on=told["last_day"], actor=request.user)

    intro = "The appointment still counts on its last day. To stop somebody at once, suspend them."
    words = {"title": f"End the appointment: {found}", "button": "End it", "intro": intro}
    return ask(request, form, end, back=reverse("person", args=[found.user_id]), **words)


@LOOK_OR_SEND
def appointment_bypass(request: Request, pk: int) -> HttpResponse:
    """A commander grants the urgent bypass, or takes it back."""
    found = get_object_or_404(selectors.appointments_seen_by(request.user), pk=pk)
    demand(May.GRANT_BYPASS, request.user, found)
    granting = not found.may_bypass

    def grant(told: dict[str, Any]) -> None:
        people.grant_bypass(found, granted=granting, actor=request.user)

    button = "Grant the urgent bypass" if granting else "Withdraw the urgent bypass"
    intro = "Where life is at risk they may publish without approval; the use is reviewed within 24 hours."
    words = {"title": f"{button}: {found.user}", "button": button, "intro": intro}
    return ask(request, SureForm(sent(request)), grant, back=reverse("person", args=[found.user_id]), **words)
