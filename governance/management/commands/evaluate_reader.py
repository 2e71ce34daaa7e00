"""``manage.py evaluate_reader``: the promised figures, as a table and as JSON; no database."""

import json
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from governance.domain.classifier.second.artefact import READER, manifest
from governance.domain.edition import Edition
from governance.domain.policy import shipped_edition
from governance.training.baselines import bag_of_words, keyword_list
from governance.training.figures import table
from governance.training.measuring import (
    AlreadyScored,
    as_published,
    by_light,
    learning_curve,
    posts_of,
    score_test_split,
    test_files,
)  # fmt: skip
from governance.training.posts import seen_posts, training_files

OUT = Path("build/eval.json")


class Command(BaseCommand):
    """Measures the reader in force; ``--test`` scores the test split, once for each candidate."""

    help = "Measure the classifier by cross-validation, on a file of labelled posts, or once on the test split."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--posts", type=Path, help="labelled posts, never trained on")
        parser.add_argument("--no-curve", action="store_true")
        parser.add_argument("--test", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        edition, stated = shipped_edition("mps-union"), manifest(READER)
        if options["test"]:
            self._test(edition, stated, options["posts"])
            return
        found = {"cross-validated on the training posts": _cross_validated(stated, edition, options["posts"])}
        if options["posts"]:
            found[str(options["posts"].name)] = {"as published": as_published(posts_of([options["posts"]]), edition)}
        if not options["no_curve"]:
            posts = seen_posts(training_files(), edition)
            found["learning curve"] = learning_curve(posts, edition, stated["strength"], stated["thresholds"])
        self._tell(found)

    def _tell(self, found: dict[str, Any]) -> None:
        OUT.parent.mkdir(exist_ok=True)
        OUT.write_text(json.dumps(found, indent=1), encoding="utf-8")
        for name, columns in found.items():
            self.stdout.write(f"\n{name}\n{table(columns)}")

    def _test(self, edition: Edition, stated: dict[str, Any], labelled: Path | None) -> None:
        try:
            figures = score_test_split(edition, stated["digest"], datetime.now(UTC).date())
        except AlreadyScored as again:
            raise CommandError(f"This reader has been scored on the test split already: {again}") from again
        posts = posts_of(test_files())
        columns = {"both readers": figures, "key words": by_light(posts, keyword_list(edition))}
        if labelled:
            columns["words of 256"] = by_light(posts, bag_of_words(posts_of([labelled])))
        self.stdout.write(table(columns))
        self.stdout.write(json.dumps(figures, indent=1))


def _cross_validated(stated: dict[str, Any], edition: Edition, labelled: Path | None) -> dict[str, Any]:
    """The readers' rows as the manifest states them, beside those of the baselines."""
    posts = posts_of(training_files())
    columns: dict[str, Any] = {"key words": by_light(posts, keyword_list(edition))}
    if labelled:
        columns["words of 256"] = by_light(posts, bag_of_words(posts_of([labelled])))
    return {**columns, **stated["evaluation"]}
