"""Every address of the portal, with something in the place of each argument."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

FILLED = {"IntConverter": 1, "UUIDConverter": uuid.UUID(int=1)}


@dataclass(frozen=True)
class Address:
    """A view's name as `reverse` knows it, and a path that leads to it."""

    view: str
    path: str


def every_address() -> Iterator[Address]:
    """Give every named address of the portal."""
    yield from _walk(get_resolver(), (), {})


def _walk(resolver: URLResolver, spaces: tuple[str, ...], filled: dict[str, object]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        arguments = filled | _arguments(pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, (*spaces, *filter(None, [pattern.namespace])), arguments)
        elif pattern.name:
            view = ":".join([*spaces, pattern.name])
            yield Address(view, _path(view, arguments))


def _arguments(pattern: URLPattern | URLResolver) -> dict[str, object]:
    converters = getattr(pattern.pattern, "converters", {})
    if converters:
        return {name: FILLED.get(type(converter).__name__, "x1") for name, converter in converters.items()}
    written = str(pattern.pattern)
    return {name: _fitting(expression) for name, expression in re.findall(r"\(\?P<(\w+)>([^()]*)\)", written)}


def _fitting(expression: str) -> str:
    """Return something that the expression allows: a digit, letters and a digit, or the first of its alternatives."""
    candidates = ("1", "x1", expression.split("|")[0])
    return next(word for word in candidates if re.fullmatch(expression, word))


def _path(view: str, arguments: dict[str, object]) -> str:
    try:
        return reverse(view, kwargs=arguments)
    except NoReverseMatch:
        return ""
