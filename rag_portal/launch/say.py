"""What the launcher says: short lines, and a sign of life every second while something takes longer."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def line(words: str) -> None:
    """Print one line at once."""
    print(words, flush=True)


@contextmanager
def step(words: str) -> Iterator[None]:
    """Say what is being done, add a dot every second until it is done, and end the line."""
    done = threading.Event()
    sys.stdout.write(f"{words} ")
    sys.stdout.flush()
    ticker = threading.Thread(target=_tick, args=(done,), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()
        line("")


def _tick(done: threading.Event) -> None:
    while not done.wait(1):
        sys.stdout.write(".")
        sys.stdout.flush()
