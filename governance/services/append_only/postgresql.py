"""The triggers on PostgreSQL: one for rows, one of its own for TRUNCATE, both also in replica mode."""

from collections.abc import Iterator

from governance.services.append_only.tables import Table

FUNCTIONS = """
CREATE OR REPLACE FUNCTION rag_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: % is forbidden', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE FUNCTION rag_goes_with_tombstone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stands boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = ($1).%I)', TG_ARGV[0], TG_ARGV[1], TG_ARGV[1])
      INTO stands USING OLD;
    IF stands THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '% only grows: % is forbidden', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
"""
STANDING = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'rag\\_%' AND tgenabled = 'A'"


def prelude() -> list[str]:
    """What the triggers call."""
    return [FUNCTIONS]


def triggers(table: Table) -> Iterator[tuple[str, str]]:
    """Name and making of each trigger of one table."""
    call = "rag_only_grows()"
    rows = f"rag_goes_with_tombstone('{table.released_by}', '{table.key}')" if table.released_by else call
    yield _trigger(table, f"rag_rows_{table.name}", "UPDATE OR DELETE", "ROW", rows)
    yield _trigger(table, f"rag_whole_{table.name}", "TRUNCATE", "STATEMENT", call)


def _trigger(table: Table, name: str, event: str, each: str, call: str) -> tuple[str, str]:
    return name, (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table.name}" FOR EACH {each} EXECUTE FUNCTION {call}; '
        f'ALTER TABLE "{table.name}" ENABLE ALWAYS TRIGGER "{name}"'
    )


def drop(table: Table, name: str) -> str:
    """Take one trigger off its table."""
    return f'DROP TRIGGER IF EXISTS "{name}" ON "{table.name}"'
