"""One state of a page."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

Step = Callable[[Page], None]


@dataclass(frozen=True)
class State:
    """One state of a page: the address's name, who opens which path of it, and what they do then.

    Braces in the path are keys of the world (worlds.py). A page that answers 422 says "Error: " in its title.
    """

    view: str
    name: str
    who: str
    path: str
    do: tuple[Step, ...] = ()
    status: int = 200
    world: str = "full"

    @property
    def slug(self) -> str:
        """A name for its picture."""
        words = f"{self.view} {self.name}".lower().replace("_", "-").replace(",", "").replace("'", "")
        return "-".join(words.split())
