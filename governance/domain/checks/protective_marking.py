"""Protectively marked material: anything marked, or taken from an intelligence system."""

from governance.domain.checks.post import CheckedPost, Hit


def find(post: CheckedPost) -> Hit | None:
    return post.first("Quotes or shows protectively marked material", "marking")
