"""Reading the model from its two files, and refusing one that does not say where it comes from."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

READER = Path(__file__).resolve().parents[3] / "reader"
MANIFEST, ARRAYS = "manifest.json", "arrays.npz"
_NEEDED = ("version", "corpus_digest", "evaluation", "arrays_digest", "heads", "thresholds", "digest")


class ReaderRefused(ValueError):
    """A model that may not be used; its text says why."""


@dataclass(frozen=True, eq=False)
class Model:
    """Plain arrays: one row of weights a feature, one column a head."""

    version: str
    heads: tuple[str, ...]
    thresholds: Mapping[str, float]
    places: Mapping[str, int]
    blocks: NDArray[np.int8]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    slope: NDArray[np.float32]
    shift: NDArray[np.float32]


@cache
def model_in_force() -> Model | None:
    """The model that ships, or None when there is none: then the first reader reads alone."""
    return load(READER) if (READER / MANIFEST).exists() else None


def version_in_force() -> str:
    """The version of the model that ships; empty when there is none."""
    return str(manifest(READER)["version"]) if (READER / MANIFEST).exists() else ""


def manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a model; ReaderRefused where something it must state is missing or was changed."""
    try:
        stated = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReaderRefused(f"the manifest cannot be read: {error}") from error
    missing = [name for name in _NEEDED if not (isinstance(stated, dict) and stated.get(name))]
    if missing:
        raise ReaderRefused(f"the manifest does not state: {', '.join(missing)}")
    if stated["digest"] != digest_of(stated):
        raise ReaderRefused("the manifest is not the one that was signed off: its digest differs")
    return stated


def digest_of(stated: Mapping[str, Any]) -> str:
    """SHA-256 of a manifest without its own digest, as canonical JSON."""
    rest = {name: value for name, value in stated.items() if name != "digest"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def load(folder: Path) -> Model:
    """The model in a folder. ReaderRefused when its papers or its arrays are not in order."""
    stated = manifest(folder)
    try:
        packed = (folder / ARRAYS).read_bytes()
    except OSError as error:
        raise ReaderRefused(f"the arrays cannot be read: {error}") from error
    if hashlib.sha256(packed).hexdigest() != stated["arrays_digest"]:
        raise ReaderRefused("the arrays are not those the manifest speaks of")
    with np.load(folder / ARRAYS, allow_pickle=False) as arrays:
        return _model(stated, arrays)


def _model(stated: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Model:
    names = arrays["names"].tobytes().decode("utf-8").split("\n")
    plain = {name: arrays[name].astype(np.float32) for name in ("rarity", "weights", "bias", "slope", "shift")}
    return Model(
        version=stated["version"],
        heads=tuple(stated["heads"]),
        thresholds=stated["thresholds"],
        places={name: place for place, name in enumerate(names)},
        blocks=arrays["blocks"],
        **plain,
    )
