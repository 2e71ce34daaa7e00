"""``manage.py train_reader``: train the second reader on the corpus; no database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from governance.domain.classifier.second.artefact import READER
from governance.domain.policy import shipped_edition
from governance.training.figures import table
from governance.training.making import make
from governance.training.papers import WorseOnRed, promote, write
from governance.training.posts import corpus_digest, seen_posts, training_files

CANDIDATE = Path("build/reader")


class Command(BaseCommand):
    """Writes a candidate to build/reader and, with ``--promote``, puts it in force."""

    help = "Train the second reader on governance/corpus/train and print how it fares on posts it had not seen."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--promote", action="store_true")
        parser.add_argument("--lift-silence", action="store_true", help="let a sure green topic end silence")
        parser.add_argument("--name", default="words-1")

    def handle(self, *args: Any, **options: Any) -> None:
        edition = shipped_edition("mps-union")
        files = training_files()
        made = make(seen_posts(files, edition), edition, lifting=options["lift_silence"])
        stated = write(made, CANDIDATE, options["name"], corpus_digest(files))
        self.stdout.write(table(made.evaluation))
        self.stdout.write(f"C {made.strength}, {stated['features']} features, thresholds {stated['thresholds']}")
        if options["promote"]:
            try:
                promote(CANDIDATE, READER)
            except WorseOnRed as worse:
                raise CommandError(f"Not put in force: {worse}") from worse
