"""Words that could prejudice a trial while proceedings are active, which they are from arrest."""

from governance.domain.checks.post import CheckedPost, Hit


def find(post: CheckedPost) -> Hit | None:
    reading = post.reading
    if reading.has("finished-case") and not reading.has("charge"):
        return None
    return post.pair("May prejudice a trial", "prejudge", "active-case")
