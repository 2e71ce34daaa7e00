"""What a post is called in notices, which travel by e-mail and so never carry its words."""

from django.utils import timezone

from posts.models import Post


def called(post: Post) -> str:
    """Return "the Kentish Town post of 14:02", by the time it was sent or begun."""
    moment = timezone.localtime(post.submitted_at or post.created_at)
    return f"the {post.unit.name} post of {moment:%H:%M}"
