"""Decisions: by whom, on which digest and which verdict."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from posts.models.assessment import Assessment
from posts.models.choices import one_of
from posts.models.post import Post
from posts.models.revision import Revision

DECISIONS = ("approve", "return", "reject", "acknowledge", "withdraw", "undo")


class Review(models.Model):
    """One decision on one decision_digest and one assessment. Append-only by trigger."""

    append_only = True

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="reviews")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="reviews")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="reviews")
    decision_digest = models.CharField(max_length=64)
    decision = models.CharField(max_length=12)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews")
    role = models.CharField(max_length=20)
    reasons = models.JSONField(default=list)
    note = models.TextField(blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("decision", DECISIONS, "review_decision_known"),
            models.CheckConstraint(
                condition=~Q(decision__in=["return", "reject"]) | ~Q(note="") | ~Q(reasons=[]),
                name="review_refusal_has_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["post", "-id"], name="review_of_post"),
            models.Index(fields=["reviewer", "-made_at"], name="review_of_reviewer"),
            models.Index(fields=["-made_at", "-id"], name="review_by_time"),
        ]
