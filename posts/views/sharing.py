"""Passing a public notice on: plain links, no scripts of other people."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from posts.selectors.noticeboard import PublicNotice

LONGEST_TITLE = 90


def absolute(path: str) -> str:
    """Return the address that the outside world knows this path by."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"


def first_words(notice: PublicNotice) -> str:
    """Return what a notice is called where only a line is shown; its warning, where it has one."""
    words = " ".join((notice.content_warning or notice.text).split())
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def share_links(notice: PublicNotice) -> list[dict[str, str]]:
    """Return the links under a notice, each with the name of where it leads."""
    url = absolute(reverse("noticeboard_notice", args=[notice.handle, notice.number]))
    title = first_words(notice)
    both = f"{title} {url}"
    return [
        {"text": "E-mail", "url": "mailto:?" + urlencode({"subject": title, "body": url}).replace("+", "%20")},
        {"text": "WhatsApp", "url": "https://wa.me/?" + urlencode({"text": both})},
        {"text": "Facebook", "url": "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": url})},
        {"text": "X", "url": "https://x.com/intent/post?" + urlencode({"text": title, "url": url})},
        {"text": "Bluesky", "url": "https://bsky.app/intent/compose?" + urlencode({"text": both})},
    ]
