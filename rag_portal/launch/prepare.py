"""What must be true before the portal starts: database up to date, demo data in, static files gathered."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from rag_portal.launch.say import step
from rag_portal.pulse import PULSE


def prepare() -> None:
    """Bring everything up to date, doing only what is needed."""
    with step("Looking at the database"):
        executor = MigrationExecutor(connection)
        behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if behind:
        with step("Bringing the database up to date"):
            call_command("migrate", interactive=False, verbosity=0, skip_checks=False)
    with step("Seeing to editions and places"):
        call_command("seed_policy", verbosity=0)
        call_command("seed_places", verbosity=0)
    if not settings.SERVICE:
        with step("Loading the demo data"):
            call_command("load_demo", verbosity=0)
    _gather_static_files()
    cache.delete(PULSE)
    connections.close_all()


def _gather_static_files() -> None:
    stamp = settings.DATA_DIR / "static.stamp"
    now = fingerprint(_static_files())
    if stamp.exists() and stamp.read_text() == now and Path(settings.STATIC_ROOT, "staticfiles.json").exists():
        return
    with step("Gathering styles, scripts and pictures"):
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(now)


def fingerprint(files: Iterable[Path]) -> str:
    """Return a digest that changes when a file comes, goes, grows or is written again."""
    digest = hashlib.sha256()
    for path in sorted(files):
        state = path.stat()
        digest.update(f"{path}|{state.st_size}|{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _static_files() -> Iterable[Path]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            yield Path(storage.path(name))
