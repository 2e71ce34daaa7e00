"""Fitting: a vocabulary, one balanced logistic regression for each head, and probabilities set right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from governance.domain.classifier.second.artefact import Model
from governance.domain.classifier.second.features import BLOCKS
from governance.domain.classifier.second.model import vector
from governance.domain.edition import Edition
from governance.training.posts import SeenPost, answers, folds, heads_of

MOST_FEATURES = 60_000
STRENGTHS = (3.0, 10.0, 30.0)
_LEAST_POSTS = 2


def fit(posts: Sequence[SeenPost], edition: Edition, strength: float, heads: Sequence[str] = ()) -> Model:
    """A model of the posts, its probabilities not yet set right. ``heads``: only these."""
    wanted = tuple(heads) or heads_of(edition)
    empty = _vocabulary(posts, wanted)
    matrix = matrix_of(empty, posts)
    truth = answers(posts, edition)
    columns = [_head(matrix, truth[:, heads_of(edition).index(head)], strength) for head in wanted]
    weights = np.stack([column[0] for column in columns], axis=1).astype(np.float16).astype(np.float32)
    return replace(empty, weights=weights, bias=np.array([column[1] for column in columns], dtype=np.float32))


def _vocabulary(posts: Sequence[SeenPost], heads: tuple[str, ...]) -> Model:
    """A model without weights: the features that several posts share, and how rare each is."""
    counts = Counter(name for one in posts for name in {name for name, _ in one.seen})
    common = sorted((n for n, c in counts.items() if c >= _LEAST_POSTS), key=lambda n: (-counts[n], n))
    names = sorted(common[:MOST_FEATURES])
    rarity = [1 + np.log((1 + len(posts)) / (1 + counts[name])) for name in names]
    one = np.ones(len(heads), dtype=np.float32)
    return Model(
        version="", heads=heads, thresholds={}, places={name: place for place, name in enumerate(names)},
        blocks=np.array([BLOCKS[name[0]] for name in names], dtype=np.int8),
        rarity=np.array(rarity, dtype=np.float16).astype(np.float32),
        weights=np.zeros((len(names), len(heads)), dtype=np.float32), bias=0 * one, slope=one, shift=0 * one,
    )  # fmt: skip


def matrix_of(model: Model, posts: Sequence[SeenPost]) -> csr_matrix:
    """The posts as the model sees them, one row each."""
    vectors = [vector(model, one.seen) for one in posts]
    starts = np.cumsum([0, *(len(places) for places, _ in vectors)])
    places = np.concatenate([places for places, _ in vectors])
    values = np.concatenate([values for _, values in vectors])
    return csr_matrix((values, places, starts), shape=(len(posts), len(model.places)))


def _head(matrix: csr_matrix, truth: NDArray[np.int8], strength: float) -> tuple[NDArray[np.float64], float]:
    if truth.min() == truth.max():
        return np.zeros(matrix.shape[1]), -6.0
    fitted = LogisticRegression(C=strength, class_weight="balanced", solver="lbfgs", tol=1e-3, max_iter=200)
    fitted.fit(matrix, truth)
    return fitted.coef_[0], float(fitted.intercept_[0])


def scores(model: Model, posts: Sequence[SeenPost]) -> NDArray[np.float64]:
    """The raw score of every head for every post."""
    return np.asarray(matrix_of(model, posts) @ model.weights + model.bias, dtype=np.float64)


def unseen_scores(
    posts: Sequence[SeenPost], edition: Edition, strength: float, heads: Sequence[str] = (), share: float = 1.0
) -> NDArray[np.float64]:
    """Every post's scores by a model that has not seen its fold; trained on a share of the other folds."""
    parts = folds(len(posts))
    out = np.zeros((len(posts), len(heads or heads_of(edition))))
    for part in np.unique(parts):
        others = np.flatnonzero(parts != part)
        chosen = np.random.default_rng(7).permutation(others)[: round(len(others) * share)]
        model = fit([posts[place] for place in sorted(chosen.tolist())], edition, strength, heads)
        here = np.flatnonzero(parts == part)
        out[here] = scores(model, [posts[place] for place in here.tolist()])
    return out


def set_right(raw: NDArray[np.float64], truth: NDArray[np.int8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Platt's slope and shift for each head, from scores of posts the model had not seen."""
    slopes: list[float] = []
    shifts: list[float] = []
    for column, right in zip(raw.T, truth.T, strict=True):
        if right.min() == right.max():
            slopes, shifts = [*slopes, 1.0], [*shifts, 0.0]
            continue
        platt = LogisticRegression(C=1e6).fit(column[:, None], right)
        slopes.append(float(platt.coef_[0, 0]))
        shifts.append(float(platt.intercept_[0]))
    return np.array(slopes, dtype=np.float32), np.array(shifts, dtype=np.float32)


def best_strength(posts: Sequence[SeenPost], edition: Edition, heads: tuple[str, str]) -> float:
    """The strength whose unseen scores rank the two questions about the light best."""
    truth = answers(posts, edition)[:, [heads_of(edition).index(head) for head in heads]]

    def loss(strength: float) -> float:
        raw = unseen_scores(posts, edition, strength, heads)
        slope, shift = set_right(raw, truth)
        chance = 1 / (1 + np.exp(-(raw * slope + shift)))
        return float(-np.mean(np.log(np.where(truth == 1, chance, 1 - chance) + 1e-9)))

    return min(STRENGTHS, key=loss)
