"""Whoever is suspended is stopped at the next request, whatever page it asks for."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from accounts.models import User
from accounts.predicates import is_in_good_standing
from accounts.services import sign_ins

Answer = Callable[[HttpRequest], HttpResponseBase]


class OnlyInGoodStanding:
    """End the session of a person who may no longer come in. Stands behind AuthenticationMiddleware."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        person = request.user
        if not isinstance(person, User) or is_in_good_standing(person):
            return self.answer(request)
        logout(request)
        sign_ins.note_turned_away(person, "suspended")
        return redirect("account_inactive")
