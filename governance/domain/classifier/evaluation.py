"""Measuring the light against labelled posts."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from governance.domain.classifier import classify
from governance.domain.declaration import Declaration
from governance.domain.edition import Edition
from governance.domain.rag import Assessment, Rag

GREEN, RED = str(Rag.GREEN), str(Rag.RED)


@dataclass(frozen=True, slots=True)
class LabelledPost:
    """A post with the light, topics and failed checks that people gave it."""

    id: str
    text: str
    rag: str
    public_domain: bool | None
    topics: frozenset[str]
    checks: frozenset[str]

    @property
    def declaration(self) -> Declaration:
        """An unset public domain is sent as true, so that it gives nothing away."""
        return Declaration(public_domain=self.public_domain is not False, evidence="labelled posts")


@dataclass(slots=True)
class Result:
    """Counts over all posts."""

    lights: Counter[tuple[str, str]] = field(default_factory=Counter)
    topics: Counter[tuple[str, str]] = field(default_factory=Counter)
    checks: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def read_posts(lines: str) -> list[LabelledPost]:
    """Posts from JSON lines; ``routine-other`` counts as local good news."""
    rows = [json.loads(line) for line in lines.splitlines() if line.strip()]
    return [
        LabelledPost(
            id=row["id"],
            text=row["text"],
            rag=row["rag"],
            public_domain=row.get("public_domain"),
            topics=merged(row["topics"]),
            checks=frozenset(row.get("checks", ())),
        )
        for row in rows
    ]


def merged(topics: Iterable[str]) -> frozenset[str]:
    return frozenset("local-good-news" if t == "routine-other" else t for t in topics)


def evaluate(posts: Sequence[LabelledPost], edition: Edition) -> Result:
    """Judge every post and count."""
    result = Result()
    classify("Warm up.", Declaration(), edition)
    for post in posts:
        start = perf_counter()
        verdict = classify(post.text, post.declaration, edition)
        result.seconds.append(perf_counter() - start)
        _count(result, post, verdict)
    return result


def _count(result: Result, post: LabelledPost, verdict: Assessment) -> None:
    given = str(verdict.topics_rag)
    result.lights[post.rag, given] += 1
    _compare(result.topics, post.topics, merged(verdict.topics))
    _compare(result.checks, post.checks, frozenset(verdict.checks))
    if given != post.rag or post.checks - set(verdict.checks):
        reasons = "; ".join(f.reason for f in verdict.findings)
        labels = f"{post.rag}→{given} {sorted(post.topics)}→{sorted(verdict.topics)}"
        result.errors.append(f"{post.id} {labels} {sorted(post.checks)}\n  {post.text}\n  {reasons}")


def _compare(counts: Counter[tuple[str, str]], wanted: frozenset[str], got: frozenset[str]) -> None:
    for slug in wanted | got:
        kind = "hit" if slug in wanted & got else "missed" if slug in wanted else "extra"
        counts[slug, kind] += 1


def macro_f1(counts: Counter[tuple[str, str]]) -> float:
    """The mean F1 over every slug that was wanted at least once."""
    slugs = {slug for slug, kind in counts if kind != "extra"}
    return sum(_f1(counts, slug) for slug in slugs) / max(1, len(slugs))


def _f1(counts: Counter[tuple[str, str]], slug: str) -> float:
    hit = counts[slug, "hit"]
    return 2 * hit / max(1, 2 * hit + counts[slug, "missed"] + counts[slug, "extra"])


def report(result: Result, *, with_errors: bool) -> str:
    """The counts as a small table."""
    lines = ["labelled / given   green  amber  red"]
    for wanted in Rag:
        row = "".join(f"{result.lights[str(wanted), str(given)]:7d}" for given in Rag)
        lines.append(f"{wanted:15s}{row}")
    total = sum(result.lights.values())
    same = sum(result.lights[str(r), str(r)] for r in Rag)
    lines.append(f"same light {same}/{total} = {same / max(1, total):.1%}")
    for label, other in ((RED, GREEN), (RED, RED), (GREEN, GREEN)):
        lines.append(_share(result, label, other))
    lines.append(f"topics macro F1 {macro_f1(result.topics):.2f}, checks macro F1 {macro_f1(result.checks):.2f}")
    for name, counts in (("topic", result.topics), ("check", result.checks)):
        lines.extend(_row(name, slug, counts) for slug in sorted({slug for slug, _ in counts}))
    lines.append(f"median {median(result.seconds) * 1000:.2f} ms, worst {max(result.seconds) * 1000:.2f} ms")
    return "\n".join([*lines, *(result.errors if with_errors else [])])


def _share(result: Result, wanted: str, given: str) -> str:
    total = sum(result.lights[wanted, str(light)] for light in Rag)
    count = result.lights[wanted, given]
    return f"{wanted} given {given}: {count}/{total} = {count / max(1, total):.1%}"


def _row(name: str, slug: str, counts: Counter[tuple[str, str]]) -> str:
    hit, missed, extra = (counts[slug, kind] for kind in ("hit", "missed", "extra"))
    return f"{name} {slug:26s} hit {hit:3d}  missed {missed:3d}  extra {extra:3d}"
