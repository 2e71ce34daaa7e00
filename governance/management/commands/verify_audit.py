"""Prove the record: exit 0, or 1 naming the first event altered, removed or inserted."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from governance.services.sealing import outside
from governance.services.verification import verify


class Command(BaseCommand):
    help = "Recompute every hash, seal and signature of the record and compare them with the file outside the database."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file to compare with."""
        parser.add_argument("--seals", metavar="FILE", type=Path, help="A file of seals; else the portal's own.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was proved, or the first fault."""
        path = options["seals"] or Path(settings.SEAL_FILE)
        if options["seals"] and not path.is_file():
            raise CommandError(f"There is no file {path}.")
        lines = {int(found["number"]): found for found in outside.read(path)} if path.is_file() else {}
        proof = verify(lines)
        if proof.fault:
            self.stderr.write(proof.fault)
            sys.exit(1)
        self.stdout.write(
            f"The record is whole: {proof.events} events, {proof.seals} seals, {proof.waiting} events not sealed yet; "
            f"{len(lines)} seals compared with {path}."
        )
