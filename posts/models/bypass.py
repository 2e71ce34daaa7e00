"""Urgent bypasses of approval for threat to life, and their review afterwards."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from posts.models.post import Post
from posts.models.revision import Revision


class Bypass(models.Model):
    """Who went round approval and why; within 24 hours a decider who took no part reviews it."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="bypasses")
    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="bypass")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=10, blank=True)
    verdict_note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("person")), name="bypass_reviewed_by_another"
            )
        ]
