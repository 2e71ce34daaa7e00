"""Somebody who asks the portal over one lasting connection: a person signed in, or a program with a token."""

import http.client
import json
import re
import time
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.running import PASSWORD, Portal

STALE_AFTER = 1.0
FORM = "application/x-www-form-urlencoded"


class Visitor:
    """One connection, with its cookies or its token."""

    def __init__(self, portal: Portal, token: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", portal.port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.token = token
        self.last_asked = 0.0

    def ask(self, method: str, path: str, body: str = "", kind: str = FORM) -> tuple[int, str]:
        """Return the status and the text of the answer."""
        if time.monotonic() - self.last_asked > STALE_AFTER:
            self.connection.close()  # gunicorn does too, after two seconds; the next request opens it anew
        self.connection.request(method, path, body.encode(), self._headers(kind))
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.last_asked = time.monotonic()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = header.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return answer.status, text

    def timed(self, *request: str, expect: int = 200) -> tuple[float, str]:
        """Return how many milliseconds the answer took to arrive whole, and its text."""
        began = time.perf_counter()
        status, text = self.ask(*request)
        took = (time.perf_counter() - began) * 1000
        assert status == expect, (request[:2], status, text[:500])
        return took, text

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Ask the API and return what it says."""
        status, text = self.ask(method, f"/api/v1{path}", json.dumps(body) if body else "", "application/json")
        assert status < 300, (method, path, status, text[:500])
        return json.loads(text)

    def _headers(self, kind: str) -> dict[str, str]:
        if self.token:
            return {"Content-Type": kind, "Authorization": f"Bearer {self.token}"}
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Content-Type": kind, "Cookie": cookies, "X-CSRFToken": self.cookies.get("csrftoken", "")}


def signed_in(portal: Portal, email: str) -> Visitor:
    """Return somebody who has come in by the sign-in page."""
    visitor = Visitor(portal)
    visitor.ask("GET", "/account/login/")
    status, text = visitor.ask("POST", "/account/login/", urlencode({"login": email, "password": PASSWORD}))
    assert status == 302, text[:2000]
    return visitor


def with_token(portal: Portal, email: str) -> Visitor:
    """Return a program with a token of this person."""
    return Visitor(portal, portal.run("manage.py", "issue_api_token", email))


def accounts_on_the_page(page: str) -> list[str]:
    """Return the accounts that the composer offers."""
    boxes = re.findall(r"<input[^>]*>", page)
    found = [re.search(r'value="(\d+)"', box) for box in boxes if 'name="accounts"' in box]
    return [one[1] for one in found if one]
