"""How the sign-in library is held to our rules: no sign-up, nobody suspended, and everything on the record."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse

from accounts.models import User
from accounts.predicates import is_in_good_standing
from accounts.services import sign_ins


class ClosedDoorAdapter(DefaultAccountAdapter):
    """People are added by a DMC admin; there is no public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing on signing in or out: the next page shows it."""

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Record the failure."""
        sign_ins.note_failure(str(credentials.get("email", "")))

    def pre_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse | None:
        """Turn away whoever left or is suspended, before any second factor is asked for."""
        if is_in_good_standing(user):
            return super().pre_login(request, user, **details)
        sign_ins.note_turned_away(user, "suspended" if user.is_active else "left")
        return self.respond_user_inactive(request, user)

    def reauthenticate(self, user: User, password: str) -> bool:
        """Ask for the password again, by the address the person signs in with."""
        return self.authenticate(self.request, email=user.email, password=password) == user

    def login(self, request: HttpRequest, user: User) -> None:
        """Let somebody in, and record it."""
        super().login(request, user)
        sign_ins.note_signed_in(user)

    def logout(self, request: HttpRequest) -> None:
        """Let somebody out, and record it."""
        person = request.user
        super().logout(request)
        if isinstance(person, User):
            sign_ins.note_signed_out(person)

    def set_password(self, user: User, password: str) -> None:
        """Set a password by our own service, so that the record knows."""
        sign_ins.set_password(user, password, actor=user)
