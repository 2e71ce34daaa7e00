"""What people say to each other about a post."""

from django.conf import settings
from django.db import models

from posts.models.choices import one_of
from posts.models.post import Post


class Comment(models.Model):
    """One remark or question. A question to the author pauses amber, never red. Append-only by trigger."""

    append_only = True

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, default="remark")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [one_of("kind", ("remark", "question", "answer"), "comment_kind_known")]
        indexes = [models.Index(fields=["post", "id"], name="comment_of_post")]
