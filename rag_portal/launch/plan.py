"""Which processes make up a running portal, and their command lines."""

import sys
from collections.abc import Mapping

PYTHON = sys.executable
AS_ROOT = "-Wignore:You're running the worker with superuser privileges"  # a try-out may; the compose file does not


def processes(port: int, *, embedded_database: bool, embedded_queue: bool) -> Mapping[str, list[str]]:
    """Return the command line of web, worker and beat for the database and the queue in use."""
    return {
        "web": web(port, workers=1 if embedded_database else 2),
        "worker": worker("threads" if embedded_database or embedded_queue else "prefork"),
        "beat": [PYTHON, "-m", "celery", "--quiet", "-A", "rag_portal", "beat", "--loglevel", "WARNING", "--pidfile="],
    }


def web(port: int, workers: int) -> list[str]:
    """Return gunicorn's command line; SQLite wants one process, which shares its threads."""
    options = ["--workers", str(workers), "--threads", "8", "--graceful-timeout", "5", "--log-level", "warning"]
    return [PYTHON, "-m", "gunicorn", "rag_portal.wsgi", "--bind", f"127.0.0.1:{port}", *options]


def worker(pool: str) -> list[str]:
    """Return the Celery worker's command line."""
    options = ["--pool", pool, "--concurrency", "2", "--without-gossip", "--without-mingle", "--loglevel", "WARNING"]
    return [PYTHON, AS_ROOT, "-m", "celery", "--quiet", "-A", "rag_portal", "worker", *options]
