"""Reading an edition from TOML, and refusing what is malformed with the line and the reason."""

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from governance.domain.edition import CheckPolicy, Edition, Levels, PolicyError, Topic
from governance.domain.policy_parts import PolicyReader

__all__ = [
    "SHIPPED",
    "CheckPolicy",
    "Edition",
    "Levels",
    "PolicyError",
    "Topic",
    "edition_text",
    "parse_edition",
    "shipped_edition",
    "shipped_fragment",
]

EDITIONS = Path(__file__).resolve().parent.parent / "editions"
SHIPPED = ("mps-2012", "mps-2016", "mps-union")
Fragments = Callable[[str], str]


def shipped_fragment(name: str) -> str:
    """The text of a fragment that ships beside the editions (``include = ["…"]``)."""
    if not re.fullmatch(r"[a-z0-9-]+\.toml", name) or not (EDITIONS / "shared" / name).is_file():
        raise FileNotFoundError(name)
    return (EDITIONS / "shared" / name).read_text(encoding="utf-8")


def edition_text(slug: str) -> str:
    """The TOML of a shipped edition, for seeding rows and for the command line."""
    if slug not in SHIPPED:
        raise KeyError(slug)
    return (EDITIONS / f"{slug}.toml").read_text(encoding="utf-8")


@cache
def shipped_edition(slug: str) -> Edition:
    """A shipped edition, parsed once per process. KeyError when there is none of that name."""
    return parse_edition(edition_text(slug))


def parse_edition(toml_text: str, fragments: Fragments = shipped_fragment) -> Edition:
    """The edition a TOML text describes; PolicyError when it cannot be used."""
    data = _load(toml_text)
    digest = hashlib.sha256(toml_text.encode())
    merged: dict[str, Any] = {}
    for name in _included(data, toml_text):
        text = _fragment(name, fragments, toml_text)
        digest.update(text.encode())
        _merge(merged, _load(text))
    _merge(merged, data)
    return PolicyReader(merged, toml_text).edition(digest.hexdigest())


def _load(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise PolicyError(line, f"not readable as TOML: {error}") from error


def _included(data: Mapping[str, Any], text: str) -> list[str]:
    names = data.get("include", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise PolicyError(_line_of(text, "include"), "include must be a list of file names")
    return names


def _fragment(name: str, fragments: Fragments, text: str) -> str:
    try:
        return fragments(name)
    except (OSError, KeyError) as error:
        reason = f"there is no shared file called {name}"
        raise PolicyError(_line_of(text, "include"), reason) from error


def _line_of(text: str, key: str) -> int:
    before = re.split(rf"(?m)^{key}\b", text, maxsplit=1)[0]
    return before.count("\n") + 1


def _merge(base: dict[str, Any], extra: Mapping[str, Any]) -> None:
    """Tables merge key by key and lists of phrases add up; anything else is replaced."""
    for key, value in extra.items():
        old = base.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            _merge(old, value)
        elif isinstance(old, list) and isinstance(value, list) and key in ("phrases", "words"):
            base[key] = [*old, *value]
        else:
            base[key] = value
