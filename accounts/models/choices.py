"""How an enumeration of the domain becomes a column: its choices and the constraint that holds them."""

from collections.abc import Iterable
from enum import StrEnum

from django.db.models import CheckConstraint, Q


def choices(kind: type[StrEnum]) -> list[tuple[str, str]]:
    """Return the pairs Django asks for, labelled as the domain labels them."""
    return [(member.value, getattr(member, "label", member.value)) for member in kind]


def one_of(field: str, values: Iterable[str], name: str) -> CheckConstraint:
    """Return the constraint that lets only these values stand in the column."""
    return CheckConstraint(condition=Q(**{f"{field}__in": [str(value) for value in values]}), name=name)
