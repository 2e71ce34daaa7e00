"""Details of private people: addresses, numbers, registrations, names of victims and witnesses."""

import re

from governance.domain.checks.post import CheckedPost, Hit
from governance.domain.reading.matcher import Span

_ABOUT = ("crime-context", "complaint-word", "burgle", "private-matter")
_PHONE = re.compile(r"(?<!\d)(?:\+44\s?7|07)\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)")
_PLATE = re.compile(r"(?<!\w)[A-Z]{2}\d{2}\s?[A-Z]{3}(?!\w)")
_MAIL = re.compile(r"(?<!\w)[\w.+-]{1,40}@(?:gmail|hotmail|yahoo|outlook|icloud|live|btinternet)\.")
_BORN = re.compile(r"\b(?:d\.?o\.?b\.?|born on)[:\s]{1,3}\d", re.IGNORECASE)
_HOME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w'’-]+,? (?:of|from|at) \d{1,4}[A-Za-z]? (?:[A-Z][\w'’]+ ?){1,3}"
)
_PATTERNS = (
    (_HOME, "Says where a private person lives"),
    (_PHONE, "Gives a private telephone number"),
    (_PLATE, "Gives a full registration"),
    (_MAIL, "Gives a private e-mail address"),
    (_BORN, "Gives a date of birth"),
)
_PUBLIC_BY_NATURE = {"missing-person", "wanted-suspect", "charge-details", "court-result", "asbo"}


def find(post: CheckedPost) -> Hit | None:
    return _by_pattern(post) or _by_address(post) or _by_name(post)


def _by_pattern(post: CheckedPost) -> Hit | None:
    for pattern, reason in _PATTERNS:
        match = pattern.search(post.reading.typed)
        if match:
            return Hit(f'{reason}: "{match[0]}"', _tokens(post, *match.span()))
    return None


def _tokens(post: CheckedPost, start: int, end: int) -> Span | None:
    tokens = post.reading.tokens
    inside = [n for n in range(len(tokens)) if tokens.starts[n] < end and tokens.ends[n] > start]
    return (inside[0], inside[-1] + 1) if inside else None


def _by_address(post: CheckedPost) -> Hit | None:
    if not post.reading.has(*_ABOUT):
        return None
    return post.first("Gives a private address", "house-number")


def _by_name(post: CheckedPost) -> Hit | None:
    """A private person by full name in a matter of crime or complaint, who is no public figure in it."""
    reading = post.reading
    if _PUBLIC_BY_NATURE & set(post.topics):
        return None
    for name in reading.spans("person"):
        officers = reading.beside(name, "officer-name", words=0)
        if name[1] - name[0] < 2 or any(start <= name[0] < end for start, end in officers):
            continue
        for _ in reading.beside(name, "private-matter"):
            return post.at("Names a private person", name)
    return None
