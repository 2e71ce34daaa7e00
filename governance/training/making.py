"""Making a reader from the posts: strength, probabilities set right, thresholds, and its papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from governance.domain.classifier.evaluation import merged
from governance.domain.classifier.second.artefact import Model
from governance.domain.classifier.second.opinion import BEYOND, RED, opinion
from governance.domain.edition import Edition
from governance.domain.rag import Rag
from governance.training.choosing import NEVER, START, Chances, choose, given, judged, without_lifting
from governance.training.figures import light_figures, topic_figures
from governance.training.fitting import best_strength, fit, set_right, unseen_scores
from governance.training.posts import SeenPost, answers, heads_of

# Of the greens the first reader lets through alone, at least this many must stay green.
KEPT = 0.88
_ALONE = {**dict.fromkeys(START, NEVER), "safe": -1.0}


@dataclass(frozen=True)
class Made:
    """A model ready to be written, and how it fares on posts it had not seen."""

    model: Model
    strength: float
    evaluation: dict[str, Any]


def make(posts: Sequence[SeenPost], edition: Edition, *, strength: float = 0.0, lifting: bool = False) -> Made:
    """Train on all posts; choose and measure on posts unseen by the model that judges them."""
    strength = strength or best_strength(posts, edition, (RED, BEYOND))
    raw = unseen_scores(posts, edition, strength)
    slope, shift = set_right(raw, answers(posts, edition))
    chances = chances_of(raw, slope, shift, edition)
    green = share_of_green(posts, chances, edition, _ALONE)
    at = choose(posts, chances, edition, KEPT * green, lifting=lifting)
    model = replace(fit(posts, edition, strength), slope=slope, shift=shift, thresholds=at)
    evaluation = {
        "first reader alone": measured(posts, chances, edition, _ALONE),
        "both readers": measured(posts, chances, edition, at),
        "both readers, silence always amber": measured(posts, chances, edition, without_lifting(at)),
    }
    return Made(model, strength, evaluation)


def chances_of(raw: Any, slope: Any, shift: Any, edition: Edition) -> Chances:
    """Raw scores as probabilities by the name of their head."""
    sure = 1 / (1 + np.exp(-np.clip(raw * slope + shift, -30, 30)))
    return [dict(zip(heads_of(edition), row, strict=True)) for row in sure.tolist()]


def share_of_green(posts: Sequence[SeenPost], chances: Chances, edition: Edition, at: Mapping[str, float]) -> float:
    lights = [light for one, light in judged(posts, chances, edition, at) if one.post.rag == Rag.GREEN]
    return sum(light is Rag.GREEN for light in lights) / max(1, len(lights))


def measured(posts: Sequence[SeenPost], chances: Chances, edition: Edition, at: Mapping[str, float]) -> dict[str, Any]:
    """The promised rows at these thresholds."""
    lights, topics = [], []
    for one, chance in zip(posts, chances, strict=True):
        said = opinion(chance, one.first, edition, at)
        lights.append((one.post.rag, str(given(one, said, edition))))
        named = merged([*one.first.topics, *said.added, *filter(None, [said.lifted])])
        topics.append((one.post.topics - {"unlisted"}, named))
    figures = light_figures(lights)
    each = topic_figures(topics)
    return {**figures, "topics macro F1": each["macro F1"], "topics": each["each"]}
