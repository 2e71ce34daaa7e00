"""Accusations against a person or business that can be recognised, with nothing proved."""

from governance.domain.checks.post import CheckedPost, Hit

_WHOM = ("person", "officer-name", "accused-business")


def find(post: CheckedPost) -> Hit | None:
    if post.reading.has("finished-case"):
        return None
    for whom in _WHOM:
        hit = post.pair("Accuses somebody who can be recognised", "accuse", whom)
        if hit:
            return hit
    return None
