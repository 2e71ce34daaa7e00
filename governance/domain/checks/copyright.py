"""Pictures, words and music that belong to somebody else."""

from governance.domain.checks.post import CheckedPost, Hit


def find(post: CheckedPost) -> Hit | None:
    return post.first("Uses somebody else's work", "copied")
