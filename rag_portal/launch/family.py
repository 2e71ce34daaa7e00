"""The running processes as one family: started together, watched together, stopped together."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping

from rag_portal.launch import children

QUICK = {"CELERY_SKIP_CHECKS": "1"}  # looked at before the first start


class Family:
    """Named processes; leaving the block stops every one that still runs."""

    def __init__(self, commands: Mapping[str, list[str]]) -> None:
        self.commands = commands
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.asked_to_stop = threading.Event()

    def __enter__(self) -> "Family":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self.asked_to_stop.set())
        try:
            for name, command in self.commands.items():
                self.running[name] = children.start(command, env=os.environ | QUICK)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def dead(self) -> str | None:
        """Return the words about the first process that ended by itself, if one did."""
        for name, process in self.running.items():
            if (status := process.poll()) is not None:
                return f"{name} ended with status {status}"
        return None

    def stop(self) -> None:
        """Ask all to stop, give them ten seconds together, then end what is left of each group."""
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        last_call = time.monotonic() + 10
        for process in self.running.values():
            children.end(process, max(0, last_call - time.monotonic()))
