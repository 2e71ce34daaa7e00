"""Which tables only grow, read from the models, their many-to-many tables included."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models


@dataclass(frozen=True, slots=True)
class Table:
    """One table; with `released_by`, a row may be deleted once that table has a row of the same `key`."""

    name: str
    key: str = ""
    released_by: str = ""


def append_only_tables() -> list[Table]:
    """Every append-only table, in the order of their names."""
    found = [table for model in apps.get_models() if getattr(model, "append_only", False) for table in _of(model)]
    return sorted(found, key=lambda table: table.name)


def _of(model: type[models.Model]) -> Iterator[Table]:
    released_by = getattr(model, "goes_with", "")
    if released_by:
        yield Table(model._meta.db_table, model._meta.pk.column or "", apps.get_model(released_by)._meta.db_table)
    else:
        yield Table(model._meta.db_table)
    for field in model._meta.local_many_to_many:
        through = field.remote_field.through
        if through is not None:
            yield Table(through._meta.db_table)
