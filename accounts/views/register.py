"""The register of accounts, to look at: the list, and one account."""

from typing import Any

import rules
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts import selectors
from accounts.domain.move_words import MOVE_WORDS
from accounts.forms.finding import RegisterFilter
from accounts.models import SocialAccount
from accounts.permissions import AccountPermission as May
from accounts.selectors.register import VIEWS
from accounts.services.authority import demand
from accounts.views.asking import Request, query_of

EACH = 50


@require_safe
def account_list(request: Request) -> HttpResponse:
    """The entries this person sees, worst first."""
    demand(May.SEE_REGISTER, request.user)
    form = RegisterFilter(request.GET, units=selectors.units_seen_by(request.user))
    chosen = form.chosen()
    page = Paginator(selectors.register_of(request.user, **chosen), EACH).get_page(request.GET.get("page"))
    rows = selectors.rows_of(page)
    counts = selectors.counts_by_view(request.user)
    tabs = [(view, label, counts[view], view == chosen.get("view", "")) for view, label in VIEWS.items()]
    may_add = rules.has_perm(May.ADMINISTER, request.user)
    may_ask = not may_add and selectors.units_worked_in_by(request.user).exists()
    words = {"form": form, "page": page, "rows": rows, "tabs": tabs, "may_add": may_add, "may_ask": may_ask}
    words["query"] = query_of(request)
    return render(request, "accounts/account_list.html", words)


@require_safe
def account(request: Request, pk: int) -> HttpResponse:
    """One account: why, who and what, its operators, its life, and what this person may do with it."""
    found = get_object_or_404(selectors.accounts_seen_by(request.user), pk=pk)
    operators = list(selectors.operators_of(found))
    page: dict[str, Any] = {
        "account": found,
        "operators": operators,
        "flags": selectors.flags_of(found, len(operators)),
        "life": selectors.life_of(found),
        "moves": moves_open_to(request, found),
        "may_change": rules.has_perm(May.ADMINISTER, request.user, found),
    }
    return render(request, "accounts/account.html", page)


def moves_open_to(request: Request, found: SocialAccount) -> list[dict[str, str]]:
    """The buttons of the moves this person may make now."""
    moves = [move for move in selectors.moves_from(found) if rules.has_perm(move.permission, request.user, found)]
    return [{"action": move.action, "button": MOVE_WORDS[move.action].button} for move in moves]
