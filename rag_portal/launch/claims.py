"""Two things only one portal at a time may hold: its port and its data directory."""

import fcntl
import socket
from pathlib import Path
from typing import IO


class Taken(Exception):
    """Somebody else holds what this portal needs; the words say what to do."""


def claim_port(port: int) -> None:
    """Raise Taken when the port cannot be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as problem:
            raise Taken(
                f"Port {port} cannot be used ({problem}).\n"
                f"Stop what listens there, or choose another port: PORT=8001 make run"
            ) from problem


def claim_directory(path: Path) -> IO[str]:
    """Lock the data directory for as long as the returned file is open; raise Taken when another portal has it."""
    file = (path / "portal.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        file.close()
        raise Taken(
            f"Another portal is already running on {path}.\n"
            f"Stop it, or give this one a directory of its own: RAG_DATA_DIR=/some/where make run"
        ) from problem
    return file
