"""Worker and beat as processes on this session's test database, at work only while a test asks for them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection

from rag_portal.celery import app
from rag_portal.launch import children
from rag_portal.pulse import PULSE
from tests.services import ROOT

QUEUE = "celery"
QUIET = ["--loglevel", "WARNING"]
WORKER = ["--pool", "solo", "--without-gossip", "--without-mingle", *QUIET]


class Staff:
    """The two processes; `at_work` lets them take tasks inside the block and waits for the last one at its end."""

    def __init__(self) -> None:
        self.log = Path(settings.DATA_DIR, "staff.log")
        app.control.purge()
        beat = ["-m", "celery", "-A", "rag_portal", "beat", "--pidfile=", *QUIET]
        self.processes = [self._start("-m", "tests.portal.worker", "worker", *WORKER), self._start(*beat)]
        try:
            with self.at_work():
                self._wait_for_pulse()
        except BaseException:
            self.dismiss()
            raise

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Take tasks; afterwards none is running, and none is taken any more."""
        app.control.purge()
        self._tell("add_consumer")
        try:
            yield
        finally:
            self._tell("cancel_consumer")

    def dismiss(self) -> None:
        """Stop both."""
        for process in self.processes:
            children.stop(process)

    def _start(self, *words: str) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as output:
            return children.start([sys.executable, *words], env=surroundings(), cwd=ROOT, output=output)

    def _tell(self, command: str) -> None:
        for _ in range(60):
            if getattr(app.control, command)(QUEUE, reply=True, timeout=1, limit=1):
                return
            self._complain_if_dead()
        raise RuntimeError(f"The worker does not answer to {command}:\n{self.log.read_text()}")

    def _wait_for_pulse(self) -> None:
        cache.delete(PULSE)
        end = time.monotonic() + 60
        while cache.get(PULSE) is None:
            self._complain_if_dead()
            if time.monotonic() > end:
                raise RuntimeError(f"No pulse from beat and the worker:\n{self.log.read_text()}")
            time.sleep(0.05)

    def _complain_if_dead(self) -> None:
        if any(process.poll() is not None for process in self.processes):
            raise RuntimeError(f"The worker or beat ended:\n{self.log.read_text()}")


def surroundings() -> dict[str, str]:
    """Return the environment that puts another process onto this session's database, Redis and data directory."""
    database = connection.settings_dict
    who = f"{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}"
    return os.environ | {
        "CELERY_SKIP_CHECKS": "1",
        "DJANGO_SETTINGS_MODULE": "rag_portal.settings",
        "DATABASE_URL": f"postgres://{who}/{database['NAME']}",
        "RAG_EMAIL_URL": f"filemail://{settings.DATA_DIR / 'mail'}",
    }
