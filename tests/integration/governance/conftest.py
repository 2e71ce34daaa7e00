"""What the tests of policy and record share."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def seal_file(settings: Any, tmp_path: Path) -> Path:
    """A file of seals of the test's own."""
    settings.SEAL_FILE = tmp_path / "seals.jsonl"
    return settings.SEAL_FILE
