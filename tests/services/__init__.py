"""A real PostgreSQL and a real Redis for one test session, from whatever the machine has.

DATABASE_URL and REDIS_URL win where they are set. Otherwise a keeper process starts private servers on free ports,
makes a folder for what the tests write (RAG_TESTS_DIR), and removes all of it when this process ends, however it ends:
the keeper reads a pipe that closes with us.
"""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ("DATABASE_URL", "REDIS_URL")


def provide(names: Sequence[str] = NAMES) -> None:
    """Put RAG_TESTS_DIR and the addresses into the environment, for xdist workers too, starting what is missing."""
    missing = [name for name in names if not os.environ.get(name)]
    if missing or "RAG_TESTS_DIR" not in os.environ:
        os.environ.update(_keep(missing))


def _keep(missing: list[str]) -> dict[str, str]:
    keeper = subprocess.Popen(
        [sys.executable, "-m", "tests.services.keeper", *missing],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert keeper.stdin and keeper.stdout
    line = keeper.stdout.readline()
    if not line:
        raise RuntimeError(f"The test servers did not start (keeper ended with {keeper.wait()}); its words are above.")
    atexit.register(_dismiss, keeper)
    return json.loads(line)


def _dismiss(keeper: "subprocess.Popen[bytes]") -> None:
    assert keeper.stdin
    keeper.stdin.close()
    keeper.wait(30)
