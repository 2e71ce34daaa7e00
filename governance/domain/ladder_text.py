"""Reading escalation ladders from the data of an edition."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any, NoReturn

from governance.domain.escalation import (
    AUDIENCES,
    CONDITIONS,
    NEXT_WORKING_MORNING,
    REQUIRED_LADDERS,
    Ladder,
    Step,
    hastened,
)

Refuse = Callable[[tuple[str, ...], str], NoReturn]


def read_ladders(table: Mapping[str, Any], refuse: Refuse) -> Mapping[str, Ladder]:
    """Every ladder of the edition. ``like`` copies another, ``divided_by`` hastens the copy."""
    read: dict[str, Ladder] = {}
    for slug, found in table.items():
        if not isinstance(found, dict):
            refuse(("ladders", slug), "a ladder must be a table")
        read[slug] = _ladder(slug, found, read, refuse)
    for slug in REQUIRED_LADDERS:
        if slug not in read:
            refuse(("ladders",), f"the ladder {slug} is missing")
    return MappingProxyType(read)


def _ladder(slug: str, found: Mapping[str, Any], read: Mapping[str, Ladder], refuse: Refuse) -> Ladder:
    place = ("ladders", slug)
    if "like" not in found:
        rows = [_row(place, row, found.get(row), refuse) for row in ("in_hours", "out_of_hours")]
        return Ladder(slug, rows[0], rows[1])
    if found["like"] not in read:
        refuse((*place, "like"), f"there is no ladder called {found['like']} above this one")
    divisor = found.get("divided_by", 1)
    if not isinstance(divisor, int) or divisor < 1:
        refuse((*place, "divided_by"), "divided_by must be a whole number, one or more")
    return hastened(read[found["like"]], slug, divisor)


def _row(place: tuple[str, ...], row: str, found: Any, refuse: Refuse) -> tuple[Step, ...]:
    if not isinstance(found, list) or not found:
        refuse((*place, row), f"the ladder needs steps for {row}")
    steps = tuple(_step((*place, row), number, step, refuse) for number, step in enumerate(found, 1))
    waits = [step.after for step in steps if isinstance(step.after, timedelta)]
    if waits != sorted(waits):
        refuse((*place, row), "each step must fall due later than the one before")
    return steps


def _step(place: tuple[str, ...], number: int, found: Any, refuse: Refuse) -> Step:
    if not isinstance(found, dict):
        refuse(place, "a step must be a table")
    condition, audience = found.get("condition"), found.get("audience")
    if condition not in CONDITIONS:
        refuse(place, f"step {number} needs a condition: one of {', '.join(CONDITIONS)}")
    if not isinstance(audience, list) or not audience or not set(audience) <= set(AUDIENCES):
        refuse(place, f"step {number} needs an audience out of {', '.join(AUDIENCES)}")
    after = _after(place, number, found.get("after"), refuse)
    return Step(number, after, tuple(audience), condition, bool(found.get("information", False)))


def _after(place: tuple[str, ...], number: int, found: Any, refuse: Refuse) -> timedelta | str:
    if found == NEXT_WORKING_MORNING:
        return NEXT_WORKING_MORNING
    spelt = re.fullmatch(r"(\d{1,4}) min", found) if isinstance(found, str) else None
    if spelt is None:
        refuse(place, f'step {number} needs a time such as "10 min" or "{NEXT_WORKING_MORNING}"')
    return timedelta(minutes=int(spelt[1]))
