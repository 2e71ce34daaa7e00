"""Two portals to measure, each started by the launcher: on PostgreSQL and Redis, and on what is embedded."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from rag_portal.launch import children
from tests.integration.conftest import Launch
from tests.services import ROOT, postgres, redis
from tests.services.ports import free_port

SERVICE, EMBEDDED = "PostgreSQL, Redis", "SQLite, files"
PASSWORD = "quiet-lamp-7-bench"


@dataclass(frozen=True)
class Portal:
    """A running portal: what it stands on, where it listens, and the environment of its processes."""

    name: str
    port: int
    env: dict[str, str]

    def run(self, *words: str) -> str:
        """Run a Python program on the portal's own database and return what it printed."""
        done = subprocess.run([sys.executable, *words], env=self.env, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert done.returncode == 0, words
        return done.stdout.strip()


@contextmanager
def running(name: str) -> Iterator[Portal]:
    """Start a portal with its demo data on servers and files of its own; stop it and remove them afterwards."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rag-bench-")))
        folder.chmod(0o755)
        addresses = servers(stack, folder) if name == SERVICE else {}
        launched = Launch(folder / "data", free_port(), RAG_DEMO_PASSWORD=PASSWORD, **addresses)
        stack.callback(children.stop, launched.process, patience=30)
        launched.wait_for("RAG Portal is ready", 300)
        yield Portal(name, launched.port, launched.env | {"DJANGO_SETTINGS_MODULE": "rag_portal.settings"})


def servers(stack: ExitStack, folder: Path) -> dict[str, str]:
    """Start a PostgreSQL that waits for its disk, as one in service does, and a Redis."""
    database = stack.enter_context(postgres.serve(folder, settings=postgres.ROOMY))
    with closing(psycopg2.connect(database.removesuffix("/rag") + "/postgres")) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("CREATE DATABASE rag")
    return {"DATABASE_URL": database, "REDIS_URL": f"{stack.enter_context(redis.serve(folder))}/0"}
