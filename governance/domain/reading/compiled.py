"""An edition made ready to read with; compiled once and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from governance.domain.edition import Edition
from governance.domain.reading.hashtags import EVERYDAY
from governance.domain.reading.phrases import Phrase, Word, parse_phrase, parse_sequences
from governance.domain.reading.program import Program, lexicon_program, words_of

LOOK_ALIKE = "look-alike"
FIRST_NAMES = "first-name"


class HasPhrases(Protocol):
    """A topic, or a subject the policy does not name."""

    @property
    def phrases(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Rule:
    """One phrase of a topic. ``owner`` files its first part, ``conditions`` its joins and owners."""

    topic: str
    owner: str
    conditions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """What reading a text needs of an edition."""

    look_alikes: Program
    masked: Mapping[str, frozenset[str]]
    program: Program
    rules: Mapping[str, Rule]
    unlisted: Mapping[str, Rule]
    vocabulary: frozenset[str]
    first_names: frozenset[str]
    domains: tuple[str, ...]


@lru_cache(maxsize=32)
def compiled(edition: Edition) -> Compiled:
    """The compiled form of an edition object."""
    lexicon = {name: words for name, words in edition.lexicon.items() if name != FIRST_NAMES}
    masks = lexicon.pop(LOOK_ALIKE, ())
    program = lexicon_program(lexicon)
    rules = _rules(program, edition.topics)
    unlisted = _rules(program, edition.unlisted)
    look_alikes, masked = _look_alikes(lexicon, masks)
    return Compiled(
        look_alikes=look_alikes.freeze(),
        masked=masked,
        program=program.freeze(),
        rules=rules,
        unlisted=unlisted,
        vocabulary=words_of(program) | words_of(look_alikes) | EVERYDAY,
        first_names=frozenset(edition.lexicon.get(FIRST_NAMES, ())),
        domains=tuple(domain.lower() for domain in edition.domains),
    )


def _rules(program: Program, subjects: Mapping[str, HasPhrases]) -> dict[str, Rule]:
    """The rules of every subject by the owner of their first part."""
    rules = (
        _rule(program, slug, f"topic {slug}/{number}", parse_phrase(phrase))
        for slug, subject in subjects.items()
        for number, phrase in enumerate(subject.phrases)
    )
    return {rule.owner: rule for rule in rules}


def _rule(program: Program, topic: str, owner: str, phrase: Phrase) -> Rule:
    program.add(owner, phrase.sequences)
    conditions = []
    for number, condition in enumerate(phrase.conditions):
        name = f"{owner}/{number}"
        program.add(name, condition.sequences)
        conditions.append((condition.join, name))
    return Rule(topic, owner, tuple(conditions))


def _look_alikes(
    lexicon: Mapping[str, tuple[str, ...]], masks: tuple[str, ...]
) -> tuple[Program, dict[str, frozenset[str]]]:
    """A program for the look-alikes, and for each the words that do not mean what they seem to."""
    program = lexicon_program(lexicon)
    masked: dict[str, frozenset[str]] = {}
    for number, mask in enumerate(masks):
        owner = f"{LOOK_ALIKE}/{number}"
        sequences = parse_sequences(mask)
        program.add(owner, sequences)
        forms = (part.forms for s in sequences for part in s if isinstance(part, Word) and part.masked)
        masked[owner] = frozenset().union(*forms)
    return program, masked
