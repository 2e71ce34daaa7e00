"""What a person asked their desk to show: which queue, which posts of it, in which order, from where on."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

TABS = {
    "": "Everything",
    "red": "Red to decide",
    "amber": "Amber to decide",
    "acknowledge": "To acknowledge",
    "held": "Held",
    "decided": "Decided today",
}
DECIDE = "decide"
CLAIMS = {"": "Anyone or nobody", "nobody": "Nobody", "me": "Me", "others": "Somebody else"}
ORDERS = {"": "What matters most", "longest": "Longest waiting", "newest": "Newest first"}
BY_WAIT = ("queued_at", "pk")
BY_URGENCY = ("-urgency", *BY_WAIT)
NEWEST = ("-queued_at", "-pk")


@dataclass(frozen=True, slots=True)
class Asked:
    """The desk as asked for. `after` is where the last page ended, as `place_of` wrote it."""

    tab: str = ""
    unit: str = ""
    topic: str = ""
    claimed: str = ""
    order: str = ""
    after: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether some posts of the queue are left out."""
        return bool(self.unit or self.topic or self.claimed)

    def on(self, tab: str) -> "Asked":
        """The same filters on another queue, from its beginning."""
        return replace(self, tab=tab, after="")

    def parameters(self) -> dict[str, str]:
        """What the address says, without what is left as it was."""
        named = ("tab", "unit", "topic", "claimed", "order", "after")
        return {name: getattr(self, name) for name in named if getattr(self, name)}

    def ordering(self, by_urgency: bool) -> tuple[str, ...]:
        """The columns to order a queue by."""
        if self.order == "newest":
            return NEWEST
        return BY_URGENCY if by_urgency and not self.order else BY_WAIT


def place_of(urgency: int, queued_at: datetime | None, pk: int) -> str:
    """Where a row stands, for the next page to begin after it."""
    moment = int(queued_at.timestamp() * 1_000_000) if queued_at else 0
    return f"{urgency}-{moment}-{pk}"


def read_place(after: str) -> tuple[int, int, int] | None:
    """The three numbers of a place (urgency, microseconds, post), or None where it is none."""
    parts = after.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) <= 17 for part in parts):
        return None
    urgency, moment, pk = (int(part) for part in parts)
    return urgency, moment, pk


def beyond(ordering: tuple[str, ...], values: dict[str, Any]) -> list[dict[str, Any]]:
    """The alternatives (lookups joined by "and") under which a row comes after these values in this order."""
    found: list[dict[str, Any]] = []
    equal: dict[str, Any] = {}
    for column in ordering:
        name = column.removeprefix("-")
        found.append({**equal, f"{name}__{'lt' if column.startswith('-') else 'gt'}": values[name]})
        equal[name] = values[name]
    return found
