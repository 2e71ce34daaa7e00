"""Under-18s named or described so that they can be known, as suspect, victim or witness."""

from collections.abc import Iterator

from governance.domain.checks.post import CheckedPost, Hit
from governance.domain.reading.matcher import Span

_NEAR = 8


def find(post: CheckedPost) -> Hit | None:
    reading = post.reading
    if not reading.has("crime-context") or reading.has("missing-word"):
        return None
    for minor in reading.spans("minor", "minor-age"):
        name = _name_beside(post, minor)
        if name and _in_a_case(post, minor):
            return post.at("Names a person under 18", name, minor)
    return None


def _name_beside(post: CheckedPost, minor: Span) -> Span | None:
    """A name that stands with the age, and is not an officer's."""
    for concept in ("person", "given-name"):
        for name in post.reading.beside(minor, concept, words=_NEAR):
            officer = any(start <= name[0] < end for start, end in _officers(post, name))
            if not officer and post.reading.same_sentence(name, minor):
                return name
    return None


def _officers(post: CheckedPost, name: Span) -> Iterator[Span]:
    return post.reading.beside(name, "officer-name", words=0)


def _in_a_case(post: CheckedPost, minor: Span) -> bool:
    """Close to words of crime, and not to words of praise."""
    reading = post.reading
    praise = reading.beside(minor, "child-praise")
    praised = any(reading.same_sentence(minor, span) for span in praise)
    return not praised and any(True for _ in reading.beside(minor, "crime-context"))
