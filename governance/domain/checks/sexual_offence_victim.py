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
        for concept in ("relation", "who-she-is"):
            for detail in post.reading.beside(offence, concept):
                return post.at("May identify the victim of a sexual offence", offence, detail)
    return None


def _by_name(post: CheckedPost, offences: list[Span]) -> Hit | None:
    """A name beside the offence, unless it is an officer's or the suspect's."""
    for offence in offences:
        for concept in ("person", "given-name"):
            for name in post.reading.beside(offence, concept, words=14):
                if not _is_excused(post, name):
                    return post.at("May name the victim of a sexual offence", name, offence)
    return None


def _is_excused(post: CheckedPost, name: Span) -> bool:
    reading = post.reading
    if any(start <= name[0] < end for start, end in reading.beside(name, "officer-name", words=0)):
        return True
    beside = (span for concept in _SUSPECT for span in reading.beside(name, concept))
    return any(reading.same_sentence(name, span) for span in beside)
