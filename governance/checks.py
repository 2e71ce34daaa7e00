"""System checks: every append-only table has its triggers."""

from collections.abc import Sequence
from typing import Any

from django.apps.config import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register

from governance.services.append_only import missing_triggers


@register(Tags.database)
def append_only_tables_are_held(
    app_configs: Sequence[AppConfig] | None = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """One error that names every trigger that should stand and does not."""
    missing = [name for database in databases or () for name in missing_triggers(database)]
    words = f"Triggers of the append-only tables are missing: {', '.join(missing)}."
    hint = "Run manage.py migrate: it writes the triggers anew."
    return [Error(words, hint=hint, id="governance.E001")] if missing else []
