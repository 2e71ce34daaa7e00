"""Court results published more than a week after sentence."""

from governance.domain.checks.post import CheckedPost, Hit

TOPIC = "court-result"


def find(post: CheckedPost) -> Hit | None:
    if TOPIC not in post.topics:
        return None
    return _by_date(post) or post.first("The sentence seems more than a week old", "long-ago")


def _by_date(post: CheckedPost) -> Hit | None:
    sentenced, today = post.declaration.sentenced_on, post.reference
    if sentenced is None or today is None:
        return None
    days = (today - sentenced).days
    if days <= post.stale_after_days:
        return None
    return Hit(f"Sentence was passed {days} days ago; the limit is {post.stale_after_days}", None)
