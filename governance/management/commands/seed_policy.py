"""Bring in the shipped editions and the first switch, and the epoch's row. Idempotent."""

from typing import Any

from django.core.management.base import BaseCommand

from governance.services.policy import seed_editions


class Command(BaseCommand):
    help = "Bring the shipped editions of the policy into the database; does nothing where they are there."

    def handle(self, *args: Any, **options: Any) -> None:
        new = seed_editions()
        if options["verbosity"]:
            self.stdout.write(f"{new} editions brought in." if new else "Every shipped edition is there already.")
