"""The labelled posts: training rows with their digest, read once by the first reader."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from governance.domain.classifier.evaluation import LabelledPost, read_posts
from governance.domain.classifier.judge import first_findings, read_for
from governance.domain.classifier.second.features import Feature, features
from governance.domain.classifier.second.opinion import BEYOND, RED, UNLISTED, FirstView
from governance.domain.edition import Edition
from governance.domain.rag import Finding, Rag

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
_BLOCK = 15


@dataclass(frozen=True, slots=True)
class SeenPost:
    """A labelled post, its features, and what the first reader found."""

    post: LabelledPost
    slugs: frozenset[str]
    seen: tuple[Feature, ...]
    found: tuple[Finding, ...]
    first: FirstView


def training_files() -> list[Path]:
    return sorted((CORPUS / "train").glob("*.jsonl"))


def corpus_digest(files: Iterable[Path]) -> str:
    """SHA-256 over the files in order."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.read_bytes())
    return whole.hexdigest()


def seen_posts(files: Iterable[Path], edition: Edition) -> list[SeenPost]:
    return [seen(post, edition) for file in files for post in read_posts(file.read_text(encoding="utf-8"))]


def seen(post: LabelledPost, edition: Edition) -> SeenPost:
    """The post as both readers meet it."""
    reading = read_for(post.text, edition)
    found = first_findings(reading, post.declaration, edition, None)
    return SeenPost(post, post.topics, tuple(features(reading, found, edition)), found, FirstView.of(found))


def heads_of(edition: Edition) -> tuple[str, ...]:
    """What the model answers: every topic, and three questions about the whole."""
    return (*edition.topics, UNLISTED, RED, BEYOND)


def answers(posts: Sequence[SeenPost], edition: Edition) -> NDArray[np.int8]:
    """One row a post, one column a head."""
    rows = [[int(head in _true_heads(one, edition)) for head in heads_of(edition)] for one in posts]
    return np.array(rows, dtype=np.int8)


def _true_heads(one: SeenPost, edition: Edition) -> set[str]:
    lights = {edition.topics[slug].light_public for slug in one.slugs if slug in edition.topics}
    true = set(one.slugs)
    if Rag.RED in lights:
        true.add(RED)
    if lights - {Rag.GREEN} or UNLISTED in one.slugs:
        true.add(BEYOND)
    return true


def folds(count: int, parts: int = 5) -> NDArray[np.intp]:
    """Which part each row is in. Neighbours, written in one sitting, stay together."""
    return (np.arange(count) // _BLOCK) % parts
