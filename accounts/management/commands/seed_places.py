"""Lay down the force, its boroughs and teams, working hours, bank holidays and trusted handles."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from accounts.services.seeding import seed_places


class Command(BaseCommand):
    """Safe to run again: it adds only what is missing."""

    help = "Add the units, hours, holidays and trusted handles that are not there yet."

    def handle(self, *args: Any, **options: Any) -> None:
        seed_places(wards=not settings.SERVICE)
