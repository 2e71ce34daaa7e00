"""The pulse: beat rings it every second, the worker writes the time down, and the health page looks at it."""

import time

from celery import shared_task
from django.core.cache import cache

PULSE = "rag_portal.pulse"
STALE_AFTER = 30


@shared_task(name="rag_portal.pulse")
def pulse() -> None:
    """Write down that beat, the broker and a worker are alive."""
    cache.set(PULSE, time.time(), None)
