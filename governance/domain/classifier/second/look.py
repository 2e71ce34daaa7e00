"""Both readers together: what the second adds to the findings of the first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from governance.domain.classifier.second.artefact import Model
from governance.domain.classifier.second.features import Feature, features
from governance.domain.classifier.second.model import Vector, moved_by, probabilities, vector
from governance.domain.classifier.second.opinion import UNLISTED, FirstView, Opinion, opinion
from governance.domain.edition import Edition, Topic
from governance.domain.rag import Finding, FindingKind, Rag, Release
from governance.domain.reading.matcher import Span
from governance.domain.reading.reading import Reading

MakeTopic = Callable[[Topic], Finding]
# With fewer words that it knows, the second reader has nothing to go by.
_FEWEST_WORDS = 4
_CLAUSE = "the two readers disagree, our own rule"


def second_look(
    model: Model, reading: Reading, found: tuple[Finding, ...], edition: Edition, make_topic: MakeTopic
) -> tuple[Finding, ...]:
    """The findings of both. Only the finding that nothing was recognised may go, when something was after all."""
    seen = tuple(features(reading, found, edition))
    if sum(name in model.places for name in {n for n, _ in seen if n.startswith("w ")}) < _FEWEST_WORDS:
        return found
    text = vector(model, seen)
    chance = dict(zip(model.heads, probabilities(model, text).tolist(), strict=True))
    said = opinion(chance, FirstView.of(found), edition, model.thresholds)
    words = _Words(model, reading, text, seen)
    extra = tuple(_findings(said, words, edition, make_topic))
    kept = tuple(f for f in found if f.kind is not FindingKind.NO_TOPIC) if said.lifted else found
    return _topics_first(kept, extra)


def _topics_first(found: Sequence[Finding], extra: Sequence[Finding]) -> tuple[Finding, ...]:
    topics = [one for one in (*found, *extra) if one.kind is FindingKind.TOPIC]
    rest = [one for one in (*found, *extra) if one.kind is not FindingKind.TOPIC]
    return (*topics, *rest)


class _Words:
    """The words behind a head, looked up only when there is something to explain."""

    def __init__(self, model: Model, reading: Reading, text: Vector, seen: Sequence[Feature]) -> None:
        self._model, self._reading, self._text, self._seen = model, reading, text, seen

    def behind(self, head: str) -> tuple[Span, ...]:
        return moved_by(self._model, self._text, self._seen, head) if head in self._model.heads else ()

    def told(self, finding: Finding, head: str, saying: str) -> Finding:
        """The finding at the strongest words, with all of them quoted."""
        spans = self.behind(head)
        start, end = self._reading.typed_span(spans[0]) if spans else (None, None)
        quoted = f": {self._reading.quote(*spans)}" if spans else ""
        return replace(finding, start=start, end=end, reason=f"{saying}{quoted}")


def _findings(said: Opinion, words: _Words, edition: Edition, make_topic: MakeTopic) -> Iterator[Finding]:
    for slug in (*said.added, *filter(None, [said.lifted])):
        topic = edition.topics[slug]
        yield words.told(make_topic(topic), slug, f"{topic.name}, by the second reader")
    if said.suspected:
        yield words.told(_disagreement(said.suspected), said.suspected, _suspicion(said.suspected, edition))


def _disagreement(slug: str) -> Finding:
    advice = "Say more plainly what it is about, or let somebody look."
    return Finding(
        FindingKind.DISAGREEMENT, slug, Rag.AMBER, Release.ASK, None, None, _CLAUSE, "", advice=advice
    )  # fmt: skip


def _suspicion(slug: str, edition: Edition) -> str:
    name = "a subject the policy does not name" if slug == UNLISTED else edition.topics[slug].name
    return f"The two readers disagree; this may be {name}"
