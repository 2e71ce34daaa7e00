"""Every address with every method it takes, really asked, and how it answers in words."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from posts.api.v1 import api
from tests.matrix.cast import Caller
from tests.matrix.places import FIXED, SENT, STANDS
from tests.matrix.world import Borough, World, forgotten

NOT_TAKEN = 405
WORDS = {
    0: "sent to sign in",
    200: "shown",
    201: "made",
    302: "moved on 302",
    400: "not understood 400",
    401: "no token 401",
    403: "refused 403",
    404: "not there 404",
    409: "not in this state 409",
    422: "asks again 422",
    503: "shown",
}
DONE = "done"
NO_LINE = (
    "The address {view} takes {arguments}, and nothing says what stands there. Add a line to STANDS in "
    "tests/matrix/places.py that names something of tests/matrix/world.py, then write the page: {how}"
)
HOW = "RAG_WRITE_MATRIX=1 .venv/bin/pytest tests/matrix"


@dataclass(frozen=True)
class Address:
    """A view, the address as people read it, its room, and the words an alternative stands for (an account's move)."""

    view: str
    shown: str
    room: str
    arguments: tuple[str, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()

    def path(self, borough: Borough) -> str:
        """Where it is for this borough's things."""
        chosen = dict(self.chosen)
        stands = STANDS.get(self.view, {})
        filled = {name: borough[key.format(**chosen)] for name, key in stands.items()}
        return reverse(self.view, kwargs=filled | chosen | FIXED.get(self.view, {}))


def every_address() -> list[Address]:
    """Every address of the portal, each once."""
    return list({(one.shown, one.view): one for one in _walk(get_resolver(), "/", ())}.values())


def without_a_line(addresses: list[Address]) -> list[str]:
    """What to do about addresses whose arguments nobody has filled."""
    return [
        NO_LINE.format(view=one.view, arguments=", ".join(missing), how=HOW)
        for one in addresses
        if (missing := {*one.arguments} - {*STANDS.get(one.view, {}), *FIXED.get(one.view, {}), *dict(one.chosen)})
    ]


def answers_of(address: Address, world: World) -> dict[str, dict[str, str]]:
    """For each method that the address takes, each person's answer: one word, or "own / other"."""
    return {method: _answers(address, method, world) for method in _methods(address, world)}


def _answers(address: Address, method: str, world: World) -> dict[str, str]:
    return {name: _answer(address, method, world, caller) for name, caller in world.callers.items()}


def _answer(address: Address, method: str, world: World, caller: Caller) -> str:
    """Ask about the borough they are at home in, then about the other, unless nothing in the question differs.

    Nobody asks once: the door looks at the address before anything is fetched.
    """
    places = sorted(world.boroughs.values(), key=lambda borough: borough.slug != caller.home)
    own, other = ((address.path(borough), _body(address, method, borough)) for borough in places)
    asked = places if own != other and caller.person else places[:1]
    words = [_word(address, method, place, caller) for place in asked]
    return words[0] if len(set(words)) == 1 else " / ".join(words)


def _word(address: Address, method: str, place: Borough, caller: Caller) -> str:
    status = _status(address, method, place, caller)
    done = status == 200 and method != "GET" and _is_api(address)
    return DONE if done else WORDS.get(status, f"answered {status}")


def _status(address: Address, method: str, place: Borough, caller: Caller) -> int:
    """Ask, forget what came of it, and return the status; 0 where the answer is the way to the sign-in page."""
    with forgotten():
        client, body = caller.browser(_is_api(address)), _body(address, method, place)
        answer = ask(client, method, address.path(place), body, as_json=_is_api(address))
        assert answer.status_code != 500, f"{method} {address.shown} fails for {caller.name}"
        sent_to_sign_in = answer.get("Location", "").startswith("/account/login/?next=")
        return 0 if sent_to_sign_in else int(answer.status_code)


def ask(client: Client, method: str, path: str, body: dict[str, Any], *, as_json: bool) -> Any:
    """Ask once, with a body where the method carries one."""
    if method == "GET":
        return client.get(path)
    if as_json:
        return client.generic(method, path, json.dumps(body), content_type="application/json")
    return client.post(path, body)


def _methods(address: Address, world: World) -> list[str]:
    """The methods an address takes: the API says so itself; of a page it is found out by asking."""
    if _is_api(address):
        name = address.view.removeprefix("api-v1:")
        return [method for one in operations() if one.view_func.__name__ == name for method in one.methods] or ["GET"]
    admin, place = world.callers["DMC admin"], world.boroughs["camden"]
    return [method for method in ("GET", "POST") if _status(address, method, place, admin) != NOT_TAKEN]


def operations() -> list[Any]:
    """Every operation of the API."""
    routers = [router for _, router in api._routers]
    return [one for router in routers for view in router.path_operations.values() for one in view.operations]


def _body(address: Address, method: str, borough: Borough) -> dict[str, Any]:
    if method == "GET" or address.view not in SENT:
        return {}
    return dict(SENT[address.view](borough))


def _is_api(address: Address) -> bool:
    return address.view.startswith("api-v1:")


def _walk(resolver: URLResolver, above: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, above + str(pattern.pattern), (*spaces, *filter(None, [pattern.namespace])))
        elif pattern.name and pattern.name != "gallery":
            yield from _addresses(pattern, above, ":".join([*spaces, pattern.name]))


def _addresses(pattern: URLPattern, above: str, view: str) -> Iterator[Address]:
    written = re.sub(r"^\^|\$$", "", str(pattern.pattern))
    choices = re.search(r"\(\?P<(\w+)>([a-z-]+(?:\|[a-z-]+)+)\)", written)
    for choice in choices[2].split("|") if choices else [""]:
        text = written.replace(choices[0], choice) if choices else written
        shown = re.sub(r"<\w+:(\w+)>", r"<\1>", re.sub(r"\(\?P(<\w+>)[^()]*\)", r"\1", text))
        chosen = ((choices[1], choice),) if choices else ()
        room = "API" if view.startswith("api-v1:") else pattern.callback.__module__.split(".")[0]
        yield Address(view, above + shown, room, tuple(re.findall(r"<(\w+)>", shown)), chosen)
