"""Whether the parts of an edition fit together, once each has been read."""

from collections.abc import Callable, Iterable, Iterator
from typing import NoReturn

from governance.domain.edition import Edition, Topic
from governance.domain.reading.phrases import Choice, Concept, Element, Phrase, parse_phrase, parse_sequences
from governance.domain.reading.seeds import SHAPES

Refuse = Callable[[tuple[str, ...], str], NoReturn]


def refuse_nonsense(edition: Edition, refuse: Refuse) -> None:
    """Refuse an edition in which a topic yields to a milder one, or a phrase asks for an unknown word list."""
    for topic in edition.topics.values():
        _check_yields(topic, edition, refuse)
    known = {*edition.lexicon, *SHAPES}
    for place, name in _concepts(edition):
        if name not in known:
            refuse(place, f"there is no word list called {name}")


def _check_yields(topic: Topic, edition: Edition, refuse: Refuse) -> None:
    """Stepping back beside another topic may never soften a post."""
    for other in (edition.topics[slug] for slug in topic.yields_to if slug in edition.topics):
        milder = any(other.light(public).severity < topic.light(public).severity for public in (True, False))
        if milder:
            refuse(("topics", topic.slug), f"{topic.slug} may not yield to {other.slug}, which is milder")


def _concepts(edition: Edition) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every word list asked for, with the place that asks."""
    for kind, subjects in (("topics", edition.topics), ("unlisted", edition.unlisted)):
        for slug, subject in subjects.items():
            for source in subject.phrases:
                yield from (((kind, slug, "phrases"), name) for name in _of_phrase(parse_phrase(source)))
    for slug, words in edition.lexicon.items():
        for source in words:
            named = _of_sequences(parse_sequences(source))
            yield from ((("lexicon", slug), name) for name in named)


def _of_phrase(phrase: Phrase) -> Iterator[str]:
    yield from _of_sequences(phrase.sequences)
    for condition in phrase.conditions:
        yield from _of_sequences(condition.sequences)


def _of_sequences(sequences: Iterable[Iterable[Element]]) -> Iterator[str]:
    for sequence in sequences:
        for element in sequence:
            if isinstance(element, Concept):
                yield element.name
            elif isinstance(element, Choice):
                yield from _of_sequences(element.options)
