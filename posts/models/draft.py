"""The one mutable row of a post: what is being written. Autosave writes here, by version."""

from django.conf import settings
from django.db import models

from posts.models.post import Post


class Draft(models.Model):
    """What the officer is writing now. `body` is `posts.domain.draft_content.DraftContent` as JSON."""

    post = models.OneToOneField(Post, on_delete=models.PROTECT, primary_key=True, related_name="draft")
    version = models.PositiveIntegerField(default=1)
    body = models.JSONField(default=dict)
    verdict = models.JSONField(default=dict, help_text="The latest computed verdict; never the one that counts.")
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField()
    helpers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", help_text="Who else ever changed it: none of them decides."
    )
