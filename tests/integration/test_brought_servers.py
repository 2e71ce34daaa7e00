"""Where a machine has no PostgreSQL and no Redis, those inside two wheels serve; and nothing of them stays behind."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
import redis as client

from tests.services import NAMES, ROOT, postgres, redis

ASKER = """
import os, signal
from tests import services
services.provide()
print(os.environ["RAG_TESTS_DIR"], flush=True)
signal.pause()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the server's own user can reach, which pytest's are not when root runs it."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_the_packaged_postgresql_serves(folder: Path) -> None:
    with (
        postgres.serve(folder, postgres.find_packaged()) as url,
        closing(psycopg2.connect(url.removesuffix("/rag") + "/postgres")) as connection,
    ):
        assert connection.server_version >= 150000


def test_the_packaged_redis_serves(folder: Path) -> None:
    with redis.serve(folder, redis.find_packaged()) as url:
        assert client.Redis.from_url(url).ping()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_the_servers_and_their_folder_go_with_whoever_asked_for_them(number: signal.Signals) -> None:
    env = {name: value for name, value in os.environ.items() if name not in (*NAMES, "RAG_TESTS_DIR")}
    asker = subprocess.Popen([sys.executable, "-c", ASKER], env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert asker.stdout
    folder = Path(asker.stdout.readline().strip())
    assert (folder / "postgres").exists()
    asker.send_signal(number)
    asker.wait()
    pause = threading.Event()
    for _ in range(200):
        if not folder.exists():
            break
        pause.wait(0.1)
    assert not folder.exists()
    assert not any(str(folder).encode() in line for line in command_lines())


def command_lines() -> Iterator[bytes]:
    """Give the command line of every process there is."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield path.read_bytes()
        except OSError:
            continue
