"""The figures of a reader: the rows that are promised, counted the same way for every reader."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from governance.domain.rag import Rag

GREEN, AMBER, RED = (str(light) for light in Rag)
Pair = tuple[str, str]
PROMISED = {
    "red given green": "at most 1.5 %", "red recall": "95 %", "amber given amber or red": "97 %",
    "green given green": "88 %", "same light": "88 %", "topics macro F1": "0.80",
}  # fmt: skip


def light_figures(pairs: Iterable[Pair]) -> dict[str, Any]:
    """Shares from (labelled, given) lights."""
    counts = Counter(pairs)
    total = {light: sum(n for (wanted, _), n in counts.items() if wanted == light) for light in (GREEN, AMBER, RED)}
    missed = counts[RED, GREEN]
    return {
        "posts": sum(total.values()),
        "red given green": _share(missed, total[RED]),
        "red given green, count": missed,
        "red given green, 95 % upper bound": upper_bound(missed, total[RED]),
        "red recall": _share(counts[RED, RED], total[RED]),
        "amber given amber or red": _share(counts[AMBER, AMBER] + counts[AMBER, RED], total[AMBER]),
        "green given green": _share(counts[GREEN, GREEN], total[GREEN]),
        "same light": _share(sum(counts[light, light] for light in total), sum(total.values())),
        "lights": {f"{wanted} given {given}": n for (wanted, given), n in sorted(counts.items())},
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def upper_bound(hits: int, total: int) -> float:
    """The one-sided 95 % upper bound of a share (Wilson)."""
    if not total:
        return 1.0
    z, share = 1.645, hits / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return round((middle + spread) / (1 + z * z / total), 4)


def topic_figures(pairs: Sequence[tuple[frozenset[str], frozenset[str]]]) -> dict[str, Any]:
    """Macro F1 and the counts of every slug, from (labelled, given) sets."""
    counts: Counter[Pair] = Counter()
    for wanted, got in pairs:
        counts.update((slug, "hit") for slug in wanted & got)
        counts.update((slug, "missed") for slug in wanted - got)
        counts.update((slug, "extra") for slug in got - wanted)
    slugs = sorted({slug for slug, _ in counts})
    each = {slug: {kind: counts[slug, kind] for kind in ("hit", "missed", "extra")} for slug in slugs}
    wanted_ones = [one for one in each.values() if one["hit"] + one["missed"]]
    scores = [2 * one["hit"] / (2 * one["hit"] + one["missed"] + one["extra"]) for one in wanted_ones]
    return {"macro F1": round(sum(scores) / max(1, len(scores)), 4), "each": each}


def table(columns: dict[str, dict[str, Any]]) -> str:
    """The promised rows, one column a reader."""
    width = max(len(name) for name in columns) + 2
    lines = ["".join(["".ljust(38), "promised".rjust(16), *(name.rjust(width) for name in columns)])]
    rows = [*PROMISED, "red given green, 95 % upper bound"]
    for row in rows:
        cells = (_cell(row, figures.get(row)) for figures in columns.values())
        lines.append("".join([row.ljust(38), PROMISED.get(row, "").rjust(16), *(cell.rjust(width) for cell in cells)]))
    return "\n".join(lines)


def _cell(row: str, value: object) -> str:
    if not isinstance(value, float):
        return "-"
    return f"{value:.2f}" if row.endswith("F1") else f"{value:.1%}"
