"""Bars whose lengths are SVG attributes, so that a strict content security policy holds."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH = 120
HEIGHT = 6
TICK = 1.5


def bar(run: Any, whole: Any, ticks: Any = ()) -> SafeString:
    """A bar filled to run out of whole, with ticks at the given places; all in one unit.

    Numbers, timedeltas and "10,20" strings are understood. The words beside it carry the
    meaning, so it is hidden from screen readers.
    """
    full = _number(whole)
    filled = _share(_number(run), full) * WIDTH
    marks = (_share(place, full) * (WIDTH - TICK) for place in _places(ticks))
    return format_html(
        '<svg class="bar" viewBox="0 0 {0} {1}" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="bar__bed" width="{0}" height="{1}"/><rect class="bar__run" width="{2}" height="{1}"/>{3}</svg>',
        WIDTH,
        HEIGHT,
        f"{filled:.1f}",
        format_html_join("", '<rect class="bar__tick" x="{}" width="1.5" height="6"/>', ((f"{x:.1f}",) for x in marks)),
    )


def _share(part: float, whole: float) -> float:
    return min(max(part / whole, 0.0), 1.0) if whole > 0 else 0.0


def _places(ticks: Any) -> Iterable[float]:
    values = ticks.split(",") if isinstance(ticks, str) else (ticks or ())
    return [_number(value) for value in values if str(value).strip()]


def _number(value: Any) -> float:
    if hasattr(value, "total_seconds"):
        return float(value.total_seconds())
    return float(value or 0)
