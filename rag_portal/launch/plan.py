"""Which processes make up a running portal, and their command lines."""

import sys
from collections.abc import Mapping

PYTHON = sys.executable
AS_ROOT = "-Wignore:You're running the worker with superuser privileges"  # a try-out may; the compose file does not


def processes(port: int, *, embedded_database: bool) -> Mapping[str, list[str]]:
    """Return the command line of web, worker and beat for the database in use."""
    return {
        "web": web(port, workers=1 if embedded_database else 2),
        "worker": worker(),
        "beat": [PYTHON, "-m", "celery", "--quiet", "-A", "rag_portal", "beat", "--loglevel", "WARNING", "--pidfile="],
    }


def web(port: int, workers: int) -> list[str]:
    """Return gunicorn's command line; SQLite wants one process, which shares its threads."""
    options = ["--workers", str(workers), "--threads", "8", "--graceful-timeout", "5", "--log-level", "warning"]
    return [PYTHON, "-m", "gunicorn", "rag_portal.wsgi", "--bind", f"127.0.0.1:{port}", *options]


def worker() -> list[str]:
    """Return the Celery worker's command line. Threads wait for slow platforms without holding up one another."""
    options = ["--pool", "threads", "--concurrency", "8"]
    options += ["--without-gossip", "--without-mingle", "--loglevel", "WARNING"]
    return [PYTHON, AS_ROOT, "-m", "celery", "--quiet", "-A", "rag_portal", "worker", *options]
