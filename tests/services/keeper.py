"""The process that owns the private servers: it ends, and they with it, when its standard input closes."""

import json
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from tests.services import postgres, redis

STARTERS: dict[str, Callable[[Path], AbstractContextManager[str]]] = {
    "DATABASE_URL": postgres.serve,
    "REDIS_URL": redis.serve,
}


def main(names: list[str]) -> None:
    """Start what is named, print the addresses as one line of JSON, and wait for the end of the input."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rag-tests-")))
        folder.chmod(0o755)
        urls = {name: stack.enter_context(STARTERS[name](folder)) for name in names}
        print(json.dumps({"RAG_TESTS_DIR": str(folder)} | urls), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1:])
