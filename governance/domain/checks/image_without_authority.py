"""Pictures of people or scenes with no word of the authority for them."""

from governance.domain.checks.post import CheckedPost, Hit


def find(post: CheckedPost) -> Hit | None:
    hit = post.first("Speaks of a picture without its authority", "unauthorised-picture")
    if hit is None or post.reading.has("own-picture"):
        return hit
    return None if post.reading.has("authorised-picture") else hit
