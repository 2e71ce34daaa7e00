"""Which Chromium the browser tests drive: the machine's own, else the one Playwright has downloaded."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def find_chromium() -> Path | None:
    """Return the browser's program, or nothing when the machine has none."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        downloaded = Path(playwright.chromium.executable_path)
    return downloaded if downloaded.exists() else None


def arguments() -> list[str]:
    """Return the switches it is started with: no calls home, and no sandbox where root leaves no other way."""
    return QUIET + (["--no-sandbox"] if os.geteuid() == 0 else [])


if __name__ == "__main__":
    sys.exit(0 if find_chromium() else 1)
