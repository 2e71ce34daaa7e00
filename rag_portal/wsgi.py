"""The door for WSGI servers."""

import os

from django.core.wsgi import get_wsgi_application


def opened() -> object:
    """Return the application, ready for its first request."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rag_portal.settings")
    ready = get_wsgi_application()
    from rag_portal.warming import warm_up

    warm_up()
    return ready


application = opened()
