"""Writing the triggers after every migrate, and telling which are missing."""

from types import ModuleType

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from governance.services.append_only import postgresql, sqlite
from governance.services.append_only.tables import Table, append_only_tables

DIALECTS: dict[str, ModuleType] = {"postgresql": postgresql, "sqlite": sqlite}


def write_triggers(database: str = "default") -> int:
    """Write every trigger anew on the append-only tables that exist; return on how many."""
    connection = connections[database]
    dialect = DIALECTS[connection.vendor]
    standing = _standing_tables(connection)
    with transaction.atomic(using=database), connection.cursor() as cursor:
        for statement in dialect.prelude():
            cursor.execute(statement)
        for table in standing:
            for name, making in dialect.triggers(table):
                cursor.execute(dialect.drop(table, name))
                cursor.execute(making)
    return len(standing)


def drop_triggers(database: str = "default") -> None:
    """Take every trigger off. Nothing in the product calls it but the test settings' `flush`."""
    connection = connections[database]
    dialect = DIALECTS[connection.vendor]
    with transaction.atomic(using=database), connection.cursor() as cursor:
        for table in _standing_tables(connection):
            for name, _ in dialect.triggers(table):
                cursor.execute(dialect.drop(table, name))


def missing_triggers(database: str = "default") -> list[str]:
    """The names of triggers that should stand and do not; a table not made yet misses none."""
    connection = connections[database]
    dialect = DIALECTS[connection.vendor]
    wanted = [name for table in _standing_tables(connection) for name, _ in dialect.triggers(table)]
    with connection.cursor() as cursor:
        cursor.execute(dialect.STANDING)
        there = {name for (name,) in cursor.fetchall()}
    return [name for name in wanted if name not in there]


def _standing_tables(connection: BaseDatabaseWrapper) -> list[Table]:
    there = set(connection.introspection.table_names())
    return [table for table in append_only_tables() if table.name in there]
