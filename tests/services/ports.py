"""Free ports, and waiting until a server says that it is ready."""

import socket
import subprocess
import time
from pathlib import Path


def free_port() -> int:
    """Return a loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_said(words: str, child: "subprocess.Popen[bytes]", log: Path, seconds: float = 60) -> None:
    """Return once the child has written the words; when it ends first, or never does, raise with its log."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and child.poll() is None:
        if words in log.read_text():
            return
        time.sleep(0.02)
    raise RuntimeError(f"{child.args!r} did not come up:\n{log.read_text()}")
