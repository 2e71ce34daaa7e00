"""Who asks: the eleven people of the demo, and nobody."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.test import Client

from accounts.models import User
from accounts.services.tokens import issue_token
from tests.factories.people import person
from tests.factories.sessions import signed_in

ROLES = {
    "nobody": ("", ""),
    "officer, Camden": ("officer", "camden"),
    "SPOC, Camden": ("spoc", "camden"),
    "communicator, Camden": ("communicator", "camden"),
    "commander, Camden": ("commander", "camden"),
    "officer, Hackney": ("officer", "hackney"),
    "communicator, Hackney": ("communicator", "hackney"),
    "Borough Support": ("borough-support", ""),
    "Social Media Team": ("social-media-team", ""),
    "Press Bureau": ("press-bureau", ""),
    "DMC admin": ("dmc-admin", ""),
    "auditor": ("auditor", ""),
}


class Browser(Client):
    """A client that keeps nothing of an answer but the answer: no templates, no contexts."""

    def request(self, **request: Any) -> Any:
        """Ask, and return what came."""
        return self.handler(self._base_environ(**request))


@dataclass(frozen=True)
class Caller:
    """A person with a session and a token, or nobody with neither."""

    name: str
    person: User | None
    session: str = ""
    token: str = ""

    @property
    def home(self) -> str:
        """The borough whose things are their own; DMC and nobody are at home in neither, and Camden comes first."""
        return "hackney" if self.name.endswith("Hackney") else "camden"

    def browser(self, api: bool) -> Client:
        """A client that has never asked anything: with the token for the API, with the session for pages."""
        if api:
            return Browser(headers={"Authorization": f"Bearer {self.token}"} if self.token else {})
        client = Browser()
        if self.session:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.session
        return client


def bring_in() -> dict[str, Caller]:
    """Make everybody, signed in and with a token."""
    return {name: _caller(name, role, unit) for name, (role, unit) in ROLES.items()}


def _caller(name: str, role: str, unit: str) -> Caller:
    if not role:
        return Caller(name, None)
    someone = person(role, unit, head_on_call=role == "borough-support")
    _, secret = issue_token(someone, name="matrix", actor=None)
    session = signed_in(someone).cookies[settings.SESSION_COOKIE_NAME].value
    return Caller(name, someone, session, secret)
