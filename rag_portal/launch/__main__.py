"""Start the portal, say when it is ready, and stop all of it at a signal or when a part of it dies."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured

from rag_portal import env
from rag_portal.launch import claims, plan, say, sign_ins
from rag_portal.launch.family import Family
from rag_portal.launch.ready import wait_until_ready


def main() -> int:
    """Return the exit status: 0 after a stop that was asked for, 1 after any other."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rag_portal.settings")
    try:
        port = env.number("PORT", 8000)
        claims.claim_port(port)
        lock = claims.claim_directory(env.data_dir())
    except (claims.Taken, ImproperlyConfigured) as problem:
        say.line(str(problem))
        return 1
    with lock:
        return run(port)


def run(port: int) -> int:
    """Prepare, start, watch."""
    try:
        django.setup()
    except ImproperlyConfigured as problem:
        say.line(str(problem))
        return 1
    from django.conf import settings

    from rag_portal.launch.prepare import prepare

    prepare()
    commands = plan.processes(port, embedded_database=settings.SQLITE)
    with Family(commands) as family:
        with say.step("Starting web, worker and beat"):
            trouble = wait_until_ready(family, port)
        if not trouble and not family.asked_to_stop.is_set():
            _greet(port, settings.DEMO_PASSWORD)
            trouble = watch(family)
        say.line("Stopping" if not trouble else f"Stopping, because {trouble}")
    return 1 if trouble else 0


def watch(family: Family) -> str | None:
    """Return when a stop was asked for (nothing) or a process died (the words about it)."""
    while not family.asked_to_stop.wait(0.2):
        if words := family.dead():
            return words
    return None


def _greet(port: int, password: str) -> None:
    say.line(f"RAG Portal is ready: http://127.0.0.1:{port}")
    if password:
        say.line(sign_ins.table(password))
    say.line("Ctrl-C stops it.")


if __name__ == "__main__":
    sys.exit(main())
