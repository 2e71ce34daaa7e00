"""Django's own migrate, and after it the triggers of the append-only tables, which a rebuilt table loses."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate

from governance.services.append_only import write_triggers


class Command(Migrate):
    def get_check_kwargs(self, options: Any) -> Any:
        """Before migrating only the code is checked: a database without its triggers is mended here."""
        return {**super().get_check_kwargs(options), "databases": None}

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, write the triggers, and only then check the database."""
        super().handle(*args, **options)
        if options["check_unapplied"] or options["plan"]:
            return
        write_triggers(options["database"])
        if not options["skip_checks"]:
            self.check(databases=[options["database"]])
