"""Operations still to come, and how the police go about them."""

from governance.domain.checks.post import CheckedPost, Hit


def find(post: CheckedPost) -> Hit | None:
    return (
        post.first("Gives away a tactic or where officers are", "tactic")
        or _still_to_come(post)
        or post.pair("Hints at an operation", "hush", "police-action")
    )


def _still_to_come(post: CheckedPost) -> Hit | None:
    """Action and a time ahead in one sentence; a meeting or a public event is no operation."""
    if post.reading.has("meeting", "community-life"):
        return None
    for action in post.reading.spans("operation-ahead"):
        for ahead in post.reading.beside(action, "yet-to-come"):
            if post.reading.same_sentence(action, ahead):
                return post.at("Gives away an operation still to come", action, ahead)
    return None
