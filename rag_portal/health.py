"""The named checks behind /health/: each returns nothing, or raises with the reason."""

import time
from collections.abc import Callable, Iterable

from django.core.cache import cache
from django.db import connection

from rag_portal.pulse import PULSE, STALE_AFTER


def check_database() -> None:
    """Ask the database for a number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def check_cache() -> None:
    """Write and read one key."""
    cache.set("health", "kept", 10)
    if cache.get("health") != "kept":
        raise RuntimeError("what was written did not come back")


def check_queue() -> None:
    """Look for the pulse that beat sends and the worker writes: it proves beat, broker and worker together."""
    last = cache.get(PULSE)
    if last is None or time.time() - last > STALE_AFTER:
        raise RuntimeError("no pulse from beat and the worker")


CHECKS: dict[str, Callable[[], None]] = {"database": check_database, "cache": check_cache, "queue": check_queue}


def ask(names: Iterable[str]) -> dict[str, str]:
    """Run the named checks and return `ok` or what is wrong for each; a name nobody knows is wrong too."""
    return {name: _outcome(name) for name in names}


def _outcome(name: str) -> str:
    if name not in CHECKS:
        return "no such check"
    try:
        CHECKS[name]()
    except Exception as problem:  # a health page reports every failure, of whatever kind
        return f"{type(problem).__name__}: {problem}".splitlines()[0]
    return "ok"
