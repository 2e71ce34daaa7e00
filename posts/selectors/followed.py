"""What became of a post: every verdict that was stored on it, and every delivery."""

from django.db.models import QuerySet

from posts.models import Assessment, Post, Publication


def verdicts_on(post: Post) -> QuerySet[Assessment]:
    """Return every stored verdict on the post, the latest first."""
    return Assessment.objects.filter(revision__post=post).order_by("-pk")


def deliveries_of(post: Post) -> QuerySet[Publication]:
    """Return every delivery of the post, account by account, in the order they were queued."""
    return Publication.objects.filter(revision__post=post).select_related("account").order_by("pk")
