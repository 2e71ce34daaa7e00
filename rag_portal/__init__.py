"""The composition root: settings, addresses, the worker and its timetable."""

from rag_portal.celery import app as celery_app

__all__ = ["celery_app"]
