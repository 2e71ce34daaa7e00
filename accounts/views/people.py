"""People: the list, one person, and what a DMC admin changes about them."""

from typing import Any

import rules
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts import selectors
from accounts.forms.finding import PeopleFilter
from accounts.forms.people import LevelForm, PersonForm, ReasonForm
from accounts.models import Appointment
from accounts.permissions import AccountPermission as May
from accounts.services import invitations, people
from accounts.services.authority import demand
from accounts.views.asking import LOOK_OR_SEND, Request, ask, query_of, sent

EACH = 50


@require_safe
def people_list(request: Request) -> HttpResponse:
    """The people this person sees, by name."""
    demand(May.SEE_PEOPLE, request.user)
    form = PeopleFilter(request.GET)
    page = Paginator(selectors.people_found(request.user, form.words()), EACH).get_page(request.GET.get("page"))
    may_add = rules.has_perm(May.ADMINISTER_PEOPLE, request.user)
    words = {"form": form, "page": page, "may_add": may_add, "query": query_of(request)}
    return render(request, "accounts/people_list.html", words)


@require_safe
def person(request: Request, pk: int) -> HttpResponse:
    """One person: their appointments and accounts; their record for those who look after people."""
    found = get_object_or_404(selectors.people_seen_by(request.user), pk=pk)
    may_change = rules.has_perm(May.ADMINISTER_PEOPLE, request.user)
    page = {
        "person": found,
        "appointments": [row_of(one, request) for one in selectors.appointments_shown_to(request.user, found)],
        "accounts": selectors.accounts_seen_by(request.user).filter(pk__in=selectors.accounts_operated_by(found)),
        "may_change": may_change,
        "life": selectors.life_of(found) if may_change or found == request.user else [],
    }
    return render(request, "accounts/person.html", page)


def row_of(one: Appointment, request: Request) -> dict[str, Any]:
    """An appointment, and what this person may do with it."""
    lasts = one.ends_on is None or one.ends_on > timezone.localdate()
    may_grant = lasts and one.user != request.user and rules.has_perm(May.GRANT_BYPASS, request.user, one)
    return {"appointment": one, "lasts": lasts, "may_grant": may_grant}


@LOOK_OR_SEND
def person_add(request: Request) -> HttpResponse:
    """A DMC admin adds somebody."""
    demand(May.ADMINISTER_PEOPLE, request.user)

    def add(told: dict[str, Any]) -> str:
        return reverse("person", args=[people.add_person(**told, actor=request.user).pk])

    words = {"title": "Add a person", "button": "Add the person"}
    return ask(request, PersonForm(sent(request)), add, back=reverse("people_list"), **words)


@LOOK_OR_SEND
def person_suspend(request: Request, pk: int) -> HttpResponse:
    """A DMC admin stops a person at once."""
    found = get_object_or_404(selectors.people_seen_by(request.user), pk=pk)
    demand(May.ADMINISTER_PEOPLE, request.user)

    def stop(told: dict[str, Any]) -> None:
        people.suspend_person(found, actor=request.user, reason=told["reason"])

    intro = "They are signed out at once, and nothing of theirs is published until the suspension ends."
    words = {"title": f"Suspend {found}", "button": "Suspend", "intro": intro}
    return ask(request, ReasonForm(sent(request)), stop, back=reverse("person", args=[pk]), **words)


@LOOK_OR_SEND
def person_reinstate(request: Request, pk: int) -> HttpResponse:
    """A DMC admin ends a suspension."""
    found = get_object_or_404(selectors.people_seen_by(request.user), pk=pk)
    demand(May.ADMINISTER_PEOPLE, request.user)

    def let_in(told: dict[str, Any]) -> None:
        people.reinstate_person(found, actor=request.user, reason=told["reason"])

    words = {"title": f"End the suspension of {found}", "button": "End the suspension"}
    form = ReasonForm(sent(request), needed=False)
    return ask(request, form, let_in, back=reverse("person", args=[pk]), **words)


@LOOK_OR_SEND
def person_level(request: Request, pk: int) -> HttpResponse:
    """A DMC admin moves a person to another level."""
    found = get_object_or_404(selectors.people_seen_by(request.user), pk=pk)
    demand(May.ADMINISTER_PEOPLE, request.user)

    def change(told: dict[str, Any]) -> None:
        people.change_level(found, **told, actor=request.user)

    words = {"title": f"Change the level of {found}", "button": "Change the level"}
    form = LevelForm(sent(request), initial={"level": found.level})
    return ask(request, form, change, back=reverse("person", args=[pk]), **words)


@require_POST
def password_link(request: Request, pk: int) -> HttpResponse:
    """A DMC admin gets the one-time link for a person; it is shown this once."""
    found = get_object_or_404(selectors.people_seen_by(request.user), pk=pk)
    link = invitations.password_link(found, actor=request.user)
    return render(request, "accounts/password_link.html", {"person": found, "link": link})
