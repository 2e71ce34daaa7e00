"""Addresses of the desk with its filters."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from posts.domain.desk_asked import Asked


def address(asked: Asked, **more: Any) -> str:
    """The desk as asked for."""
    parameters = asked.parameters() | more
    return f"{reverse('desk')}?{urlencode(parameters)}" if parameters else reverse("desk")
