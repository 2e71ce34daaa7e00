"""Portals started as `make run` starts them, each on a data directory and a port of its own."""

import os
import secrets
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
import redis

from rag_portal.launch import children
from tests.services import ROOT
from tests.services.ports import free_port

OURS = ("DATABASE_URL", "REDIS_URL", "RAG_EMAIL_URL", "RAG_TESTS_ON", "DJANGO_SETTINGS_MODULE")


class Launch:
    """A launcher at work, and what it has said so far."""

    def __init__(self, folder: Path, port: int, **extra: str) -> None:
        own = {"RAG_DATA_DIR": str(folder), "PORT": str(port), "PYTHONUNBUFFERED": "1"}
        self.env = {name: value for name, value in os.environ.items() if name not in OURS} | own | extra
        folder.mkdir(exist_ok=True)
        self.port = port
        self.log = folder.parent / f"launch-{port}.log"
        with self.log.open("wb") as output:
            command = [sys.executable, "-m", "rag_portal.launch"]
            self.process = children.start(command, env=self.env, cwd=ROOT, output=output, death=signal.SIGKILL)

    @property
    def said(self) -> str:
        return self.log.read_text()

    def wait_for(self, words: str, seconds: float = 90) -> None:
        """Return once the launcher has said the words."""
        pause = threading.Event()
        for _ in range(int(seconds * 10)):
            if words in self.said:
                return
            assert self.process.poll() is None, self.said
            pause.wait(0.1)
        raise AssertionError(f"{words!r} was not said in {seconds} seconds:\n{self.said}")

    def family(self) -> list[int]:
        """Return the processes that carry this portal's data directory and port in their environment."""
        mark = f"PORT={self.port}\0".encode()
        return [pid for pid, surroundings in _processes() if mark in surroundings]

    def end(self, number: signal.Signals) -> int:
        """Send the signal and return the exit status."""
        self.process.send_signal(number)
        return self.process.wait(30)


def _processes() -> Iterator[tuple[int, bytes]]:
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            yield int(path.parent.name), path.read_bytes()
        except OSError:
            continue


@pytest.fixture(scope="session")
def data_of_a_first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory that a portal leaves after its first start."""
    folder = tmp_path_factory.mktemp("first") / "data"
    first = Launch(folder, free_port())
    try:
        first.wait_for("RAG Portal is ready")
    finally:
        children.stop(first.process, signal.SIGTERM, 20)
    return folder


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Callable[..., Launch]]:
    """`launch()` starts a portal on the test's own data directory; whatever still runs at the end is stopped."""
    started: list[Launch] = []

    def go(port: int | None = None, **extra: str) -> Launch:
        started.append(Launch(tmp_path / "data", port or free_port(), **extra))
        return started[-1]

    yield go
    for one in started:
        children.stop(one.process, signal.SIGTERM, 20)


@pytest.fixture
def relaunch(launch: Callable[..., Launch], data_of_a_first_start: Path, tmp_path: Path) -> Callable[..., Launch]:
    """`relaunch()` starts a portal that has run before."""
    shutil.copytree(data_of_a_first_start, tmp_path / "data")
    return launch


@pytest.fixture
def own_servers() -> Iterator[dict[str, str]]:
    """An empty PostgreSQL database and an empty Redis room on this session's servers, dropped afterwards."""
    base = os.environ["DATABASE_URL"]
    name = f"rag_{secrets.token_hex(4)}"
    with _administrator(base) as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    room = urlsplit(os.environ["REDIS_URL"])._replace(path=f"/{20 + secrets.randbelow(40)}").geturl()
    redis.Redis.from_url(room).flushdb()
    yield {"DATABASE_URL": urlsplit(base)._replace(path=f"/{name}").geturl(), "REDIS_URL": room}
    with _administrator(base) as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _administrator(url: str) -> "Iterator[psycopg2.extensions.cursor]":
    connection = psycopg2.connect(urlsplit(url)._replace(path="/postgres").geturl())
    connection.autocommit = True
    with closing(connection), connection.cursor() as cursor:
        yield cursor
