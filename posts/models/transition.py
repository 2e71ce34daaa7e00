"""The history of a post's states."""

from django.conf import settings
from django.db import models

from posts.models.post import Post
from posts.models.revision import Revision


class Transition(models.Model):
    """One move of one post; without an actor the portal itself moved it. Append-only by trigger."""

    append_only = True

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="transitions")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=10)
    action = models.CharField(max_length=14)
    target = models.CharField(max_length=10)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["post", "id"], name="transition_of_post")]
