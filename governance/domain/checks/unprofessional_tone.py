"""Insults, swearing, gloating and sneers."""

from governance.domain.checks.post import CheckedPost, Hit


def find(post: CheckedPost) -> Hit | None:
    return post.first("Sounds rude or gloating", "insult")
