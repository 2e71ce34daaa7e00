"""Looking at a page as a tester does: for accessibility faults, and in pictures."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.services import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / "build" / "screenshots"


def check_access(page: Page) -> None:
    """Fail with every WCAG 2.2 A or AA violation that axe finds on the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    result = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
    faults = [describe(fault) for fault in result["violations"]]
    assert not faults, f"{page.url} at {page.viewport_size}:\n" + "\n".join(faults)


def describe(fault: dict[str, Any]) -> str:
    """Return a violation in one paragraph: the rule, what it asks, and where it is broken."""
    places = "\n    ".join(node["html"][:200] for node in fault["nodes"])
    return f"  {fault['id']}: {fault['help']}\n    {places}"


def take_picture(page: Page, name: str) -> Path:
    """Keep a picture of the whole page under build/screenshots and return where."""
    assert re.fullmatch(r"[a-z0-9-]+", name), name
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path
