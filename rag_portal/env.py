"""What the surroundings tell the portal: typed readers that refuse nonsense, and the keeping of secrets.

Two modes. *embedded* (the default) makes a missing secret once and keeps it in the data directory, mode 0600;
*service* refuses to start without its own.
"""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

BASE = Path(__file__).resolve().parent.parent
MODES = ("embedded", "service")


def text(name: str, default: str | None = None) -> str:
    """Return the variable's text; without it the default; with neither refuse to start."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set, and the portal does not run without it.")
    return value


def number(name: str, default: int) -> int:
    """Return a whole number, or refuse what is not one."""
    value = text(name, str(default))
    if not value.lstrip("-").isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def switch(name: str, default: bool) -> bool:
    """Return true for 1, true, yes or on, and false for 0, false, no or off; refuse anything else."""
    value = text(name, "1" if default else "0").lower()
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("0", "false", "no", "off"):
        return False
    raise ImproperlyConfigured(f"{name} must be on or off, not {value!r}.")


def words(name: str, default: str | None = "") -> list[str]:
    """Return the comma-separated words of a variable, without blanks."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def mode() -> str:
    """Return embedded or service."""
    value = text("RAG_MODE", "embedded")
    if value not in MODES:
        raise ImproperlyConfigured(f"RAG_MODE must be one of {', '.join(MODES)}, not {value!r}.")
    return value


def data_dir() -> Path:
    """Return the directory that holds everything the portal writes, made if it is missing."""
    path = Path(text("RAG_DATA_DIR", str(BASE / "var"))).resolve()
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def secret(name: str, make: Callable[[], str] = lambda: secrets.token_urlsafe(48)) -> str:
    """Return a secret from the environment; embedded, make a missing one and keep it beside the data."""
    if os.environ.get(name):
        return os.environ[name]
    if mode() == "service":
        raise ImproperlyConfigured(f"{name} is not set. In service every secret comes from outside.")
    return _kept(data_dir() / "secrets" / name.lower(), make)


def _kept(path: Path, make: Callable[[], str]) -> str:
    path.parent.mkdir(exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(value := make())
    return value
