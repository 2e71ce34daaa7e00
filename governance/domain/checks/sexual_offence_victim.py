"""Victims of sexual offences, who have lifelong anonymity: names, work, home, family."""

from governance.domain.checks.post import CheckedPost, Hit
from governance.domain.reading.matcher import Span

_SUSPECT = ("wanted-word", "charge", "result", "arrest")


def find(post: CheckedPost) -> Hit | None:
    offences = list(post.reading.spans("sexual-offence"))
    if not offences:
        return None
    return _by_details(post, offences) or _by_name(post, offences)


def _by_details(post: CheckedPost, offences: list[Span]) -> Hit | None:
    for offence in offences:
        for detail in post.reading.spans("relation", "who-she-is"):
            if post.reading.near(offence, detail):
                return post.at("May identify the victim of a sexual offence", offence, detail)
    return None


def _by_name(post: CheckedPost, offences: list[Span]) -> Hit | None:
    """A name beside the offence, unless it is the suspect's."""
    reading = post.reading
    officers = {place for start, end in reading.spans("officer-name") for place in range(start, end)}
    for offence in offences:
        for name in reading.spans("person", "given-name"):
            if name[0] in officers or not reading.near(offence, name, words=14):
                continue
            if not any(reading.same_sentence(name, span) for span in reading.spans(*_SUSPECT)):
                return post.at("May name the victim of a sexual offence", name, offence)
    return None
