"""Lamps and lights: always colour, shape and word."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

WORDS = {"green": "Green", "amber": "Amber", "red": "Red"}
SIZES = {"": "", "s": "", "m": " lamp--m", "h": " lamp--h", "l": " lamp--l"}
CHANNELS = {"x": ("X", 3), "mastodon": ("Ma", 8), "facebook": ("Fb", 12), "bluesky": ("Bs", 12), "instagram": ("Ig", 7)}


def light_name(rag: Any) -> str:
    """green, amber or red for a light however it is held; empty for none."""
    name = str(getattr(rag, "value", rag) or "").lower()
    return name if name in WORDS else ""


def light_word(rag: Any) -> str:
    """Green, Amber or Red; "No light yet" before the first verdict."""
    return WORDS.get(light_name(rag), "No light yet")


def lamp(rag: Any, size: str = "") -> SafeString:
    """The lamp alone, hidden from screen readers: the caller writes its word beside it."""
    name = light_name(rag)
    return format_html(
        '<svg class="lamp{} l-{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        '<use href="#lamp-{}"/></svg>',
        SIZES[size],
        name or "off",
        name or "off",
    )


def light(rag: Any, size: str = "") -> SafeString:
    """The lamp and its word."""
    name = light_name(rag) or "off"
    return format_html('<span class="light light--{}">{}{}</span>', name, lamp(rag, size), light_word(rag))


def channel_mark(channel: Any) -> SafeString:
    """A channel's initials in a small frame; its name stands beside it in words."""
    slug = str(getattr(channel, "value", channel) or "").lower()
    letters, radius = CHANNELS.get(slug, (slug[:2].capitalize(), 3))
    return format_html(
        '<svg class="rag-channel" viewBox="0 0 26 26" aria-hidden="true" focusable="false">'
        '<rect x="1" y="1" width="24" height="24" rx="{}"/>'
        '<text x="13" y="17.5" text-anchor="middle">{}</text></svg>',
        radius,
        letters,
    )
