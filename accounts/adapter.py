"""How the sign-in library is held to our rules: nobody makes an account for themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoorAdapter(DefaultAccountAdapter):
    """People are added by a DMC admin; there is no public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
