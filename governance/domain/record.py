"""The arithmetic of the record: canonical text, salted hashes, Merkle trees and what a seal signs."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"
LEAF, NODE = b"\x00", b"\x01"
NOTHING_BEFORE = "0" * 64


def canonical(value: JSON) -> bytes:
    """The one way to write a JSON value: keys in order, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def moment(at: datetime) -> str:
    """An aware datetime as text, in UTC with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def payload_hash(salt: str, body: JSON) -> str:
    """The hash an event keeps of its payload; without the salt it tells nothing."""
    return hashlib.sha256(salt.encode() + canonical(body)).hexdigest()


def mac(key: bytes, event: JSON) -> str:
    """The mark that only the portal can put on an event."""
    return hmac.new(key, canonical(event), hashlib.sha256).hexdigest()


def leaf_hash(event: JSON) -> str:
    """The hash by which an event stands in a seal."""
    return hashlib.sha256(LEAF + canonical(event)).hexdigest()


def node_hash(left: str, right: str) -> str:
    """The hash above two others."""
    return hashlib.sha256(NODE + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()


def merkle_root(leaves: Sequence[str]) -> str:
    """The root over the leaves in their order; a hash without a neighbour goes up as it is."""
    level = list(leaves)
    while len(level) > 1:
        level = _level_above(level)
    return level[0]


def merkle_path(leaves: Sequence[str], position: int) -> list[tuple[str, str]]:
    """What proves that a leaf stands under the root: (side, hash) from the bottom up."""
    level, path = list(leaves), []
    while len(level) > 1:
        neighbour = position ^ 1
        if neighbour < len(level):
            path.append(("left" if neighbour < position else "right", level[neighbour]))
        level, position = _level_above(level), position // 2
    return path


def root_from_path(leaf: str, path: Sequence[tuple[str, str]]) -> str:
    """The root that a leaf and its path lead to."""
    for side, other in path:
        leaf = node_hash(other, leaf) if side == "left" else node_hash(leaf, other)
    return leaf


def seal_digest(*, number: int, root: str, previous: str, count: int, at: datetime, key_id: str) -> str:
    """The digest of a seal: what is signed, and what the next seal names as the one before."""
    said: JSON = {
        "number": number,
        "root": root,
        "previous": previous,
        "count": count,
        "at": moment(at),
        "key_id": key_id,
    }
    return hashlib.sha256(canonical(said)).hexdigest()


def _level_above(level: Sequence[str]) -> list[str]:
    pairs = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
    return pairs + ([level[-1]] if len(level) % 2 else [])
