"""Under-18s named or described so that they can be known, as suspect, victim or witness."""

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
    officers = list(post.reading.spans("officer-name"))
    for name in post.reading.spans("person", "given-name"):
        apart = max(name[0] - minor[1], minor[0] - name[1])
        officer = any(start <= name[0] < end for start, end in officers)
        if apart <= _NEAR and not officer and post.reading.same_sentence(name, minor):
            return name
    return None


def _in_a_case(post: CheckedPost, minor: Span) -> bool:
    """Close to words of crime, and not to words of praise."""
    reading = post.reading
    praised = any(reading.same_sentence(minor, span) for span in reading.spans("child-praise"))
    return not praised and any(reading.near(minor, span) for span in reading.spans("crime-context"))
