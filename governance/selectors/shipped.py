"""The editions that ship with the portal, as texts: told apart by digest without being parsed, which takes a while."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache

from governance.domain.policy import SHIPPED, edition_text, shipped_fragment


@dataclass(frozen=True)
class ShippedText:
    """An edition's TOML, the texts it includes by name, and the digest that parsing it would give."""

    slug: str
    source: str
    fragments: dict[str, str]
    digest: str


@cache
def shipped_texts() -> tuple[ShippedText, ...]:
    """Every shipped edition."""
    return tuple(_text(slug) for slug in SHIPPED)


def _text(slug: str) -> ShippedText:
    source = edition_text(slug)
    fragments = {name: shipped_fragment(name) for name in tomllib.loads(source).get("include", [])}
    whole = "".join([source, *fragments.values()])
    return ShippedText(slug, source, fragments, hashlib.sha256(whole.encode()).hexdigest())
