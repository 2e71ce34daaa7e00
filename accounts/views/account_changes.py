"""The register of accounts, to change: entered, asked for, changed, moved, and who may post."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts import selectors
from accounts.domain.move_words import MOVE_WORDS
from accounts.forms.account import AccountForm, NewAccountForm
from accounts.forms.people import ColleagueForm, ReasonForm, SureForm
from accounts.permissions import AccountPermission as May
from accounts.services import register
from accounts.services.account_life import demand_move
from accounts.services.authority import WORDS, demand
from accounts.views.asking import LOOK_OR_SEND, Request, ask, sent


@LOOK_OR_SEND
def account_add(request: Request) -> HttpResponse:
    """A DMC admin enters an account that is in use already."""
    demand(May.ADMINISTER, request.user)
    form = NewAccountForm(sent(request), person=request.user, units=selectors.units_seen_by(request.user))

    def enter(told: dict[str, Any]) -> str:
        made = register.register_account(form.case(), unit=told["unit"], channel=told["channel"], actor=request.user)
        return reverse("account", args=[made.pk])

    words = {"title": "Add an account that is in use", "button": "Add to the register"}
    return ask(request, form, enter, back=reverse("account_list"), **words)


@LOOK_OR_SEND
def account_ask(request: Request) -> HttpResponse:
    """Anybody who works in a unit makes the case for a new account."""
    units = selectors.units_worked_in_by(request.user)
    if not units.exists():
        raise PermissionDenied(WORDS[May.REQUEST])
    form = NewAccountForm(sent(request), person=request.user, units=units)

    def make_case(told: dict[str, Any]) -> str:
        made = register.request_account(form.case(), unit=told["unit"], channel=told["channel"], actor=request.user)
        return reverse("account", args=[made.pk])

    words = {"title": "Make a case for an account", "button": "Send the case"}
    intro = "As few accounts as are needed. Say why one of those there will not do. A SPOC reads it first."
    return ask(request, form, make_case, back=reverse("account_list"), intro=intro, **words)


@LOOK_OR_SEND
def account_change(request: Request, pk: int) -> HttpResponse:
    """A DMC admin changes an entry."""
    found = get_object_or_404(selectors.accounts_seen_by(request.user), pk=pk)
    demand(May.ADMINISTER, request.user, found)
    form = AccountForm(sent(request), person=request.user, account=found)

    def change(told: dict[str, Any]) -> None:
        register.change_account(found, form.case(), actor=request.user)

    words = {"title": f"Change {found.name}", "button": "Save the changes"}
    return ask(request, form, change, back=reverse("account", args=[pk]), **words)


@LOOK_OR_SEND
def account_move(request: Request, pk: int, action: str) -> HttpResponse:
    """One step in an account's life, with the reason."""
    found = get_object_or_404(selectors.accounts_seen_by(request.user), pk=pk)
    said = MOVE_WORDS[action]
    demand_move(found, action, request.user)
    form = ReasonForm(sent(request), needed=action in ("suspend", "close"))

    def go(told: dict[str, Any]) -> None:
        register.move_account(found, action, actor=request.user, reason=told["reason"])

    words = {"title": f"{said.button}: {found.name}", "button": said.button, "intro": said.what_follows}
    return ask(request, form, go, back=reverse("account", args=[pk]), **words)


@LOOK_OR_SEND
def operator_add(request: Request, pk: int) -> HttpResponse:
    """A DMC admin lets a person post from an account."""
    found = get_object_or_404(selectors.accounts_seen_by(request.user), pk=pk)
    demand(May.ADMINISTER, request.user, found)
    form = ColleagueForm(sent(request), among=selectors.people_seen_by(request.user))

    def add(told: dict[str, Any]) -> None:
        register.add_operator(found, told["person"], actor=request.user)

    words = {"title": f"Add an operator of {found.name}", "button": "Add the operator"}
    return ask(request, form, add, back=reverse("account", args=[pk]), **words)


@LOOK_OR_SEND
def operator_remove(request: Request, pk: int, operator_pk: int) -> HttpResponse:
    """A DMC admin takes back a person's leave to post."""
    found = get_object_or_404(selectors.accounts_seen_by(request.user), pk=pk)
    demand(May.ADMINISTER, request.user, found)
    operator = get_object_or_404(found.operators.select_related("user"), pk=operator_pk)

    def remove(told: dict[str, Any]) -> None:
        register.remove_operator(operator, actor=request.user)

    intro = f"{operator.user} can no longer post from {found.name}, and what they have waiting is judged again."
    words = {"title": f"Remove {operator.user}", "button": "Remove the operator", "intro": intro}
    return ask(request, SureForm(sent(request)), remove, back=reverse("account", args=[pk]), **words)
