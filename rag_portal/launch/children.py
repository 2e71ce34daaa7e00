"""Processes that never outlive whoever started them: their own group, and on Linux a death wish from the kernel."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent(number: signal.Signals = signal.SIGTERM) -> Callable[[], None]:
    """Return what a child runs before its program: the kernel then sends it this signal when the parent is gone."""
    parent = os.getpid()

    def wish() -> None:
        if LIBC is not None:
            LIBC.prctl(PR_SET_PDEATHSIG, number)
            if os.getppid() != parent:
                os._exit(1)

    return wish


def start(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    user: str | None = None,
    output: IO[bytes] | None = None,
    death: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start a command at the head of its own process group, without a keyboard."""
    return subprocess.Popen(
        command,
        env=env,
        cwd=cwd,
        user=user,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        start_new_session=True,
        preexec_fn=die_with_parent(death),
    )


def stop(child: subprocess.Popen[bytes], number: signal.Signals = signal.SIGTERM, patience: float = 10) -> None:
    """Ask the child to stop, wait, and then end whatever is left of its group."""
    if child.poll() is None:
        child.send_signal(number)
    end(child, patience)


def end(child: subprocess.Popen[bytes], patience: float) -> None:
    """Wait for a child that was asked to stop; then end whatever is left of its group."""
    try:
        child.wait(patience)
    except subprocess.TimeoutExpired:
        pass
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    child.wait()
