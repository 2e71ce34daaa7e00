"""How an enumeration of the domain becomes a constraint on a column."""

from collections.abc import Iterable

from django.db.models import CheckConstraint, Q

LIGHTS = ("green", "amber", "red")
RELEASES = ("go", "tell", "ask", "stop")


def one_of(field: str, values: Iterable[str], name: str) -> CheckConstraint:
    """Return the constraint that lets only these values stand in the column."""
    return CheckConstraint(condition=Q(**{f"{field}__in": [str(value) for value in values]}), name=name)
