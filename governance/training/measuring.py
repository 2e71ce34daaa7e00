"""Measuring on posts the reader was not trained on: files of labelled posts, the test split, the learning curve."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from governance.domain.classifier.evaluation import LabelledPost, Result, evaluate, read_posts
from governance.domain.edition import Edition
from governance.training.baselines import Light
from governance.training.figures import light_figures
from governance.training.fitting import set_right, unseen_scores
from governance.training.making import chances_of, measured
from governance.training.posts import CORPUS, SeenPost, answers

SCORES = CORPUS / "scores.jsonl"
SHARES = (0.125, 0.25, 0.5, 1.0)


class AlreadyScored(Exception):
    """A candidate may be scored on the test split once."""


def as_published(posts: Sequence[LabelledPost], edition: Edition) -> dict[str, Any]:
    """The rows for the classifier as it stands in the product, checks and speed included."""
    known = [replace(post, topics=post.topics - {"unlisted"}) for post in posts]
    result = evaluate(known, edition)
    pairs = [pair for pair, count in result.lights.items() for _ in range(count)]
    f1, each = _topics(result.topics)
    measures = {"checks": _checks(result), "speed": _speed(result)}
    return {**light_figures(pairs), "topics macro F1": f1, "topics": each, **measures}


def _topics(counts: Mapping[tuple[str, str], int]) -> tuple[float, dict[str, dict[str, int]]]:
    each = _each(counts)
    wanted = [one for one in each.values() if one["hit"] + one["missed"]]
    scores = [2 * one["hit"] / (2 * one["hit"] + one["missed"] + one["extra"]) for one in wanted]
    return round(sum(scores) / max(1, len(scores)), 4), each


def _each(counts: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    slugs = sorted({slug for slug, _ in counts})
    return {slug: {kind: counts.get((slug, kind), 0) for kind in ("hit", "missed", "extra")} for slug in slugs}


def _checks(result: Result) -> dict[str, dict[str, float]]:
    return {
        slug: {
            **one,
            "recall": round(one["hit"] / max(1, one["hit"] + one["missed"]), 3),
            "precision": round(one["hit"] / max(1, one["hit"] + one["extra"]), 3),
        }
        for slug, one in _each(result.checks).items()
    }


def _speed(result: Result) -> dict[str, float]:
    return {
        "median ms": round(median(result.seconds) * 1000, 2),
        "p99 ms": round(quantiles(result.seconds, n=100)[-1] * 1000, 2),
    }


def by_light(posts: Sequence[LabelledPost], light: Light) -> dict[str, Any]:
    """The rows for a reader that gives nothing but a light."""
    return light_figures((post.rag, light(post)) for post in posts)


def learning_curve(
    posts: Sequence[SeenPost], edition: Edition, strength: float, at: Mapping[str, float]
) -> dict[str, dict[str, Any]]:
    """The rows when the second reader is trained on a share of the posts, the thresholds being the same."""
    truth, curve = answers(posts, edition), {}
    for share in SHARES:
        raw = unseen_scores(posts, edition, strength, share=share)
        chances = chances_of(raw, *set_right(raw, truth), edition)
        curve[f"{share:.0%} of the posts"] = measured(posts, chances, edition, at)
    return curve


def score_test_split(edition: Edition, candidate: str, today: date) -> dict[str, Any]:
    """Score the test split, once for each candidate, and log it."""
    lines = SCORES.read_text(encoding="utf-8").splitlines() if SCORES.exists() else []
    if any(json.loads(line)["candidate"] == candidate for line in lines):
        raise AlreadyScored(candidate)
    figures = as_published(posts_of(test_files()), edition)
    line = json.dumps({"candidate": candidate, "date": today.isoformat(), "figures": figures}, sort_keys=True)
    SCORES.write_text("".join(f"{one}\n" for one in [*lines, line]), encoding="utf-8")
    return figures


def test_files() -> list[Path]:
    return sorted((CORPUS / "test").glob("*.jsonl"))


def posts_of(files: Sequence[Path]) -> list[LabelledPost]:
    return [post for file in files for post in read_posts(file.read_text(encoding="utf-8"))]
