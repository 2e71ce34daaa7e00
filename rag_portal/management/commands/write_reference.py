"""Write docs/reference from the code, or with --check fail where a page is not current."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from rag_portal.reference import PAGES


class Command(BaseCommand):
    """`manage.py write_reference [--check]`; needs no database."""

    help = "Write the pages of docs/reference that are drawn from the code."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --check."""
        parser.add_argument("--check", action="store_true", help="Change nothing; fail where a page is not current.")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Draw every page and write or compare it."""
        folder = Path(settings.BASE_DIR, "docs", "reference")
        stale = [name for name, draw in PAGES.items() if _differs(folder / name, draw())]
        if check and stale:
            raise CommandError(f"Not current: {', '.join(stale)}. Run manage.py write_reference.")
        for name in stale:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(PAGES[name](), encoding="utf-8")
            self.stdout.write(f"Wrote docs/reference/{name}")


def _differs(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != text
