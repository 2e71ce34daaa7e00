"""What happened in the demo, read from story.toml beside this file."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

STORY = Path(__file__).with_name("story.toml")


class Told(NamedTuple):
    """One post of the story; `ago` is minutes before it is told, `ends` what becomes of it (story.toml says which)."""

    ago: int
    author: str
    board: str
    text: str
    ends: str = ""
    evidence: str = ""
    words: str = ""


def history() -> list[Told]:
    """The weeks before today."""
    return [Told(**one) for one in _story()["history"]]


def today() -> list[Told]:
    """Today, once guidance and an incident are in force."""
    return [Told(**one) for one in _story()["today"]]


@cache
def _story() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(STORY.read_text(encoding="utf-8"))
