"""Writing a reader down: plain arrays and a manifest that says where they come from."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from governance.domain.classifier.second.artefact import ARRAYS, MANIFEST, digest_of, manifest
from governance.training.making import Made


class WorseOnRed(Exception):
    """A reader that lets more red posts through than the one in force."""


def write(made: Made, folder: Path, version: str, corpus_digest: str) -> dict[str, Any]:
    """The two files of a reader; gives back its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    model = made.model
    names = sorted(model.places, key=model.places.__getitem__)
    np.savez_compressed(
        folder / ARRAYS,
        names=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        blocks=model.blocks,
        rarity=model.rarity.astype(np.float16),
        weights=model.weights.astype(np.float16),
        bias=model.bias, slope=model.slope, shift=model.shift,
    )  # fmt: skip
    stated: dict[str, Any] = {
        "version": version, "corpus_digest": corpus_digest, "strength": made.strength, "heads": list(model.heads),
        "thresholds": dict(model.thresholds), "evaluation": made.evaluation, "features": len(names),
        "arrays_digest": hashlib.sha256((folder / ARRAYS).read_bytes()).hexdigest(),
    }  # fmt: skip
    stated["digest"] = digest_of(stated)
    (folder / MANIFEST).write_text(json.dumps(stated, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return stated


def promote(candidate: Path, in_force: Path) -> None:
    """Put a candidate in force, unless it is worse on red than the reader that is."""
    if (in_force / MANIFEST).exists():
        old, new = (missed_reds(manifest(folder)) for folder in (in_force, candidate))
        if new > old:
            raise WorseOnRed(f"{new:.2%} of the red posts given green; the reader in force {old:.2%}")
    in_force.mkdir(parents=True, exist_ok=True)
    for name in (ARRAYS, MANIFEST):
        (in_force / name).write_bytes((candidate / name).read_bytes())


def missed_reds(stated: dict[str, Any]) -> float:
    return float(stated["evaluation"]["both readers"]["red given green"])
