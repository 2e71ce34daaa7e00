"""Doorbells: each looks in the database for what is due."""

from celery import shared_task
from django.utils import timezone

from accounts.services import delivery


@shared_task(name="accounts.deliver_notices")
def deliver_notices() -> None:
    """Send the letters that are due."""
    delivery.deliver_due(timezone.now())
