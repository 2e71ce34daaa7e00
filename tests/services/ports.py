"""Free ports, and waiting until somebody answers on one."""

import socket
import subprocess
import time
from pathlib import Path


def free_port() -> int:
    """Return a loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_port(port: int, child: "subprocess.Popen[bytes]", log: Path, seconds: float = 30) -> None:
    """Return once the child answers on the port; when it ends first, or never does, raise with its log."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and child.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"{child.args!r} did not come up:\n{log.read_text()}")
