"""Choosing the thresholds, on posts the model had not seen, so that greens stay and reds do not slip through."""

from collections.abc import Iterator, Mapping, Sequence

from governance.domain.classifier.second.opinion import Opinion, opinion
from governance.domain.edition import Edition
from governance.domain.rag import FindingKind, Rag, most_cautious
from governance.training.posts import SeenPost

Chances = Sequence[Mapping[str, float]]
NEVER = 2.0
START = {
    "red": 0.6, "red_topic": 0.4, "amber": 0.5, "doubt_red": 0.4, "doubt_beyond": 0.6, "safe": 0.1, "green": 0.3,
}  # fmt: skip
_STEPS = {
    "red": (0.5, 0.6, 0.7, 0.8),
    "red_topic": (0.3, 0.4, 0.5),
    "amber": (0.5, 0.6, 0.7, 0.8),
    "doubt_red": (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5),
    "doubt_beyond": (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
    "safe": (0.02, 0.05, 0.1, 0.15, 0.2, 0.3),
    "green": (0.1, 0.2, 0.3, 0.5),
}
# What a mistake costs: (labelled, given).
_COST = {
    ("red", "green"): 15.0, ("red", "amber"): 1.0, ("amber", "green"): 3.0, ("amber", "red"): 1.0,
    ("green", "amber"): 1.0, ("green", "red"): 2.0,
}  # fmt: skip


def given(one: SeenPost, said: Opinion, edition: Edition) -> Rag:
    """The light by topics that both readers give together."""
    public = one.post.declaration.is_public
    lights = [f.rag for f in one.found if f.kind in (FindingKind.TOPIC, FindingKind.NO_TOPIC) and not _quiet(f, said)]
    lights += [edition.topics[slug].light(public) for slug in (*said.added, *filter(None, [said.lifted]))]
    floor = [Rag.AMBER] if said.suspected else []
    return most_cautious([*lights, *floor], Rag.AMBER)


def _quiet(finding: object, said: Opinion) -> bool:
    return bool(said.lifted) and getattr(finding, "kind", None) is FindingKind.NO_TOPIC


def choose(
    posts: Sequence[SeenPost], chances: Chances, edition: Edition, least_green: float, *, lifting: bool
) -> dict[str, float]:
    """The thresholds of least cost, one at a time, that leave enough of the green posts green."""
    best = dict(START) if lifting else without_lifting(START)
    steps = {name: values for name, values in _STEPS.items() if lifting or name not in ("safe", "green")}
    for _ in range(3):
        for name, values in steps.items():
            tried = [{**best, name: value} for value in values]
            best = min(tried, key=lambda at: _price(posts, chances, edition, at, least_green))
    return best


def _price(
    posts: Sequence[SeenPost], chances: Chances, edition: Edition, at: Mapping[str, float], least_green: float
) -> float:
    price, green, kept = 0.0, 0, 0
    for one, light in judged(posts, chances, edition, at):
        price += _COST.get((one.post.rag, str(light)), 0.0)
        if one.post.rag == Rag.GREEN:
            green += 1
            kept += light is Rag.GREEN
    return price + 50.0 * max(0.0, least_green * green - kept)


def judged(
    posts: Sequence[SeenPost], chances: Chances, edition: Edition, at: Mapping[str, float]
) -> Iterator[tuple[SeenPost, Rag]]:
    """Every post with the light it is given at these thresholds."""
    for one, chance in zip(posts, chances, strict=True):
        yield one, given(one, opinion(chance, one.first, edition, at), edition)


def without_lifting(at: Mapping[str, float]) -> dict[str, float]:
    """The same thresholds, with silence always amber."""
    return {**at, "green": NEVER}
