"""Django's own flush, refused: a portal's record is never emptied. Only the test settings may."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands.flush import Command as Flush

from governance.services.append_only import drop_triggers, write_triggers


class Command(Flush):
    def handle(self, **options: Any) -> None:
        """Take the triggers off, empty the tables, put the triggers back."""
        if not settings.RECORD_MAY_BE_EMPTIED:
            raise CommandError("The record only grows, so this database cannot be emptied.")
        drop_triggers(options["database"])
        try:
            super().handle(**options)
        finally:
            write_triggers(options["database"])
