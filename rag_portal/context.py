"""What every page knows of the portal itself."""

from django.conf import settings
from django.http import HttpRequest


def portal(request: HttpRequest) -> dict[str, object]:
    """Give templates the portal's name and whether this is the embedded, try-it-out kind."""
    return {"portal_name": "RAG Portal", "embedded": not settings.SERVICE}
