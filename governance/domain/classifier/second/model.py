"""From features to a probability for each head, and to the words that moved one most."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from governance.domain.classifier.second.artefact import Model
from governance.domain.classifier.second.features import Feature
from governance.domain.reading.matcher import Span

Vector = tuple[NDArray[np.intp], NDArray[np.float32]]


def vector(model: Model, seen: Iterable[Feature]) -> Vector:
    """Which known features a text has, and how much each counts: rare ones more, every block alike."""
    known = {model.places[name] for name, _ in seen if name in model.places}
    places = np.fromiter(sorted(known), dtype=np.intp, count=len(known))
    values = model.rarity[places]
    blocks = model.blocks[places]
    lengths = np.sqrt(np.bincount(blocks, weights=values * values, minlength=1))
    return places, (values / lengths[blocks]).astype(np.float32) if known else values


def probabilities(model: Model, text: Vector) -> NDArray[np.float64]:
    """The calibrated probability of every head, in their order."""
    places, values = text
    scores = values @ model.weights[places] + model.bias
    shifted = scores.astype(np.float64) * model.slope + model.shift
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(shifted, -30, 30))))


def moved_by(model: Model, text: Vector, seen: Sequence[Feature], head: str, most: int = 3) -> tuple[Span, ...]:
    """The places in the text that spoke most for a head, the strongest first, none inside another."""
    places, values = text
    share = dict(zip(places.tolist(), (values * model.weights[places, model.heads.index(head)]).tolist(), strict=True))
    at: dict[Span, float] = {}
    for name, span in seen:
        weight = share.get(model.places.get(name, -1), 0.0)
        if span is not None and weight > 0:
            at[span] = max(weight, at.get(span, 0.0))
    chosen: list[Span] = []
    for span in sorted(at, key=lambda one: (-at[one], one)):
        if len(chosen) < most and not any(span[0] < other[1] and other[0] < span[1] for other in chosen):
            chosen.append(span)
    return tuple(chosen)
