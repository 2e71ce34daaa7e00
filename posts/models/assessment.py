"""Stored verdicts: what the policy said of a revision, under which edition, classifier and epoch."""

from django.db import models

from posts.models.choices import LIGHTS, RELEASES, one_of
from posts.models.revision import Revision

OCCASIONS = ("submission", "changed", "release")


class Assessment(models.Model):
    """One verdict on one revision. `body` is `governance.domain.rag.Assessment` as JSON. Append-only by trigger."""

    append_only = True

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="assessments")
    occasion = models.CharField(max_length=10)
    light = models.CharField(max_length=5)
    release = models.CharField(max_length=4)
    topics_light = models.CharField(max_length=5)
    topics = models.JSONField(default=list)
    checks = models.JSONField(default=list)
    body = models.JSONField()
    edition = models.CharField(max_length=80)
    edition_digest = models.CharField(max_length=64, blank=True)
    classifier = models.CharField(max_length=40)
    text_digest = models.CharField(max_length=64)
    epoch = models.PositiveBigIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("occasion", OCCASIONS, "assessment_occasion_known"),
            one_of("light", LIGHTS, "assessment_light_known"),
            one_of("release", RELEASES, "assessment_release_known"),
        ]
        indexes = [models.Index(fields=["revision", "-id"], name="assessment_of_revision")]
