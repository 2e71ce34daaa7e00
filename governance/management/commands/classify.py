"""``manage.py classify``: JSON lines on standard input, verdicts on standard output; no database."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from governance.domain.classifier.lines import classify_lines
from governance.domain.policy import SHIPPED, shipped_edition


class Command(BaseCommand):
    """Judges every line by a shipped edition."""

    help = "Judge posts given as JSON lines by one of the shipped editions."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--edition", choices=SHIPPED, default="mps-union")

    def handle(self, *args: Any, **options: Any) -> None:
        edition = shipped_edition(options["edition"])
        status = classify_lines(sys.stdin.buffer, sys.stdout, sys.stderr, edition)
        sys.stdout.flush()
        if status:
            sys.exit(status)
