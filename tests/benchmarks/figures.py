"""The figures of one run: gathered as they come, printed as one table, kept as build/bench.json."""

import json
import os
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measured thing on one portal, and what is aimed at there."""

    what: str
    where: str
    value: float
    unit: str
    aim: str = ""
    beside: str = ""
    load: float = 0.0

    @property
    def said(self) -> str:
        places = 0 if self.value >= 100 else 2 if self.unit in ("s", "×") else 1
        return f"{self.value:.{places}f} {self.unit}"


class Figures:
    """What was measured so far."""

    def __init__(self) -> None:
        self.gathered: list[Figure] = []

    def note(self, what: str, where: str, value: float, unit: str, *, aim: str = "", beside: str = "") -> None:
        """Keep one figure with the load of the machine at that moment."""
        self.gathered.append(Figure(what, where, value, unit, aim, beside, os.getloadavg()[0]))

    def table(self) -> str:
        """Return the figures as lines of text, side by side by what was measured."""
        head = ("What", "Where", "Measured", "Aim", "Beside it", "Load")
        rows = [(one.what, one.where, one.said, one.aim, one.beside, f"{one.load:.1f}") for one in self.gathered]
        widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in [head, tuple("-" * width for width in widths), *rows]
        )

    def keep(self, path: Path) -> None:
        """Write the figures as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        told = {
            "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "cores": os.cpu_count(),
            "figures": [asdict(one) for one in self.gathered],
        }
        path.write_text(json.dumps(told, indent=2) + "\n")


def middle(times: Iterable[float]) -> float:
    """Return the median."""
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    """Return the time that 95 of a hundred stay within."""
    return sorted(times)[max(0, -(-len(times) * 95 // 100) - 1)]


def spread(times: Sequence[float], unit: str = "ms") -> str:
    """Say the median, the slowest and how many there were."""
    return f"median {middle(times):.0f}, slowest {max(times):.0f} {unit} of {len(times)}"
