"""The triggers on SQLite, which knows no TRUNCATE: an empty DELETE fires the row's trigger all the same."""

from collections.abc import Iterator

from governance.services.append_only.tables import Table

STANDING = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rag\\_%' ESCAPE '\\'"


def prelude() -> list[str]:
    """Nothing is called, so nothing is needed."""
    return []


def triggers(table: Table) -> Iterator[tuple[str, str]]:
    """Name and making of each trigger of one table."""
    unless = ""
    if table.released_by:
        stands = f'SELECT 1 FROM "{table.released_by}" WHERE "{table.key}" = OLD."{table.key}"'
        unless = f"WHEN NOT EXISTS ({stands})"
    yield _trigger(table, f"rag_update_{table.name}", "UPDATE", "")
    yield _trigger(table, f"rag_delete_{table.name}", "DELETE", unless)


def _trigger(table: Table, name: str, event: str, when: str) -> tuple[str, str]:
    words = f"{table.name} only grows: {event} is forbidden"
    return name, (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table.name}" FOR EACH ROW {when} '
        f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
    )


def drop(table: Table, name: str) -> str:
    """Take one trigger away."""
    return f'DROP TRIGGER IF EXISTS "{name}"'
