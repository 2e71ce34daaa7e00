"""Phrases made ready to run: every pattern filed under the first thing it looks for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from governance.domain.reading.phrases import (
    Choice,
    Concept,
    Element,
    Sequence,
    Word,
    parse_sequences,
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sequence and the name under which its matches are filed."""

    owner: str
    rest: tuple[Element, ...]
    opening: bool = False


@dataclass(slots=True)
class Program:
    """Patterns by their first word or first concept."""

    by_word: dict[str, list[Pattern]] = field(default_factory=lambda: defaultdict(list))
    by_concept: dict[str, list[Pattern]] = field(default_factory=lambda: defaultdict(list))

    def add(self, owner: str, sequences: Iterable[Sequence]) -> None:
        for sequence in sequences:
            self._file(owner, sequence)

    def _file(self, owner: str, sequence: Sequence) -> None:
        first, rest = sequence[0], sequence[1:]
        pattern = Pattern(owner, rest, isinstance(first, Word) and first.opening)
        if isinstance(first, Word):
            for form in first.forms:
                self.by_word[form].append(pattern)
        elif isinstance(first, Concept):
            self.by_concept[first.name].append(pattern)

    def freeze(self) -> "Program":
        """Forget that lookups may create entries."""
        return Program(dict(self.by_word), dict(self.by_concept))


def lexicon_program(lexicon: Mapping[str, Iterable[str]]) -> Program:
    """A program that files the words of every concept under its name."""
    program = Program()
    for name, words in lexicon.items():
        for word in words:
            program.add(name, parse_sequences(word))
    return program


def words_of(program: Program) -> frozenset[str]:
    """Every word the program knows, wherever in a pattern it stands."""
    known = set(program.by_word)
    groups = (*program.by_word.values(), *program.by_concept.values())
    for rest in {pattern.rest for patterns in groups for pattern in patterns}:
        known |= _words_in(rest)
    return frozenset(word for word in known if word.isalpha() and len(word) > 2)


def _words_in(sequence: Iterable[Element]) -> set[str]:
    known: set[str] = set()
    for element in sequence:
        if isinstance(element, Word):
            known |= element.forms
        elif isinstance(element, Choice):
            for option in element.options:
                known |= _words_in(option)
    return known
