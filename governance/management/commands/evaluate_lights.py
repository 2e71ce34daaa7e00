"""``manage.py evaluate_lights FILE``: how the light fares on a file of labelled posts; no database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from governance.domain.classifier.evaluation import evaluate, read_posts, report
from governance.domain.policy import SHIPPED, shipped_edition


class Command(BaseCommand):
    """Prints a small table; with ``--errors`` also each post that got another light."""

    help = "Judge a file of labelled posts and print how far the lights agree."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path)
        parser.add_argument("--edition", choices=SHIPPED, default="mps-union")
        parser.add_argument("--errors", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        posts = read_posts(options["path"].read_text(encoding="utf-8"))
        result = evaluate(posts, shipped_edition(options["edition"]))
        self.stdout.write(report(result, with_errors=options["errors"]))
