"""Slurs, and talk of people as a kind: race, sex, disability, faith, origin, poverty."""

from governance.domain.checks.post import CheckedPost, Hit


def find(post: CheckedPost) -> Hit | None:
    return post.first("Speaks of a group of people with prejudice", "slur")
