"""Lists that grow, a page at a time by key: a page is found by the last key before it, however long the list."""

from typing import Any

from django.db.models import Model, QuerySet


def whole_number(text: str) -> int | None:
    """A number from an address, or None where it is none or too long for a key."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


class Page:
    """One page of rows that stand in falling order of `key`."""

    def __init__(self, rows: QuerySet[Any, Model], key: str, before: int | None, size: int) -> None:
        if before is not None:
            rows = rows.filter(**{f"{key}__lt": before})
        found = list(rows[: size + 1])
        self.rows = found[:size]
        self.is_first = before is None
        self.next_before = getattr(self.rows[-1], key) if len(found) > size else None

    def older_url(self, kept: str = "") -> str:
        """The address of the next page, with whatever narrowed this one."""
        if self.next_before is None:
            return ""
        return f"?{kept}&before={self.next_before}" if kept else f"?before={self.next_before}"
