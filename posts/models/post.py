"""A post: whose it is, where it stands, and what the desk needs to order it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from posts.domain.workflow import PostStatus
from posts.models.choices import LIGHTS, RELEASES, one_of

if TYPE_CHECKING:
    from posts.models.assessment import Assessment
    from posts.models.revision import Revision

KINDS = ("post", "reply", "quote", "repost", "thread")
LATE_CHOICES = ("publish", "reschedule", "expire")


class Post(models.Model):
    """One thing to be said, through all its revisions. Only `posts.services.transition` writes `status`.

    `light` and `release` repeat the assessment in force, so that an index can order a hundred thousand rows.
    """

    unit = models.ForeignKey("accounts.Unit", on_delete=models.PROTECT, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=6, default="post")
    follows = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="followed_by")
    status = models.CharField(max_length=10, default=PostStatus.DRAFT.value)
    current_revision = models.ForeignKey("posts.Revision", null=True, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey("posts.Assessment", null=True, on_delete=models.PROTECT, related_name="+")
    light = models.CharField(max_length=5, blank=True)
    release = models.CharField(max_length=4, blank=True)
    headline = models.CharField(max_length=120, blank=True, help_text="The first words, for lists.")
    threat_to_life = models.BooleanField(default=False)
    urgency = models.PositiveSmallIntegerField(default=0, help_text="Higher stands higher on the desk.")
    earliest_at = models.DateTimeField(null=True)
    late_choice = models.CharField(max_length=10, default="publish")
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    queued_at = models.DateTimeField(null=True, help_text="When it entered the queue it stands in now.")
    ended_at = models.DateTimeField(null=True)
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    claimed_until = models.DateTimeField(null=True)
    question_since = models.DateTimeField(null=True)
    must_acknowledge = models.BooleanField(default=False)
    acknowledged_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    of_wider_interest = models.BooleanField(default=False)
    judged_epoch = models.PositiveBigIntegerField(default=0)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_of("status", PostStatus, "post_status_known"),
            one_of("kind", KINDS, "post_kind_known"),
            one_of("light", ("", *LIGHTS), "post_light_known"),
            one_of("release", ("", *RELEASES), "post_release_known"),
            one_of("late_choice", LATE_CHOICES, "post_late_choice_known"),
            models.CheckConstraint(
                condition=Q(claimed_by__isnull=True, claimed_until__isnull=True)
                | Q(claimed_by__isnull=False, claimed_until__isnull=False),
                name="post_claim_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_by__isnull=True, acknowledged_at__isnull=True)
                | Q(acknowledged_by__isnull=False, acknowledged_at__isnull=False),
                name="post_acknowledged_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "abandoned"]) | Q(current_revision__isnull=False),
                name="post_sent_has_a_revision",
            ),
        ]
        indexes = [
            models.Index(fields=["-urgency", "queued_at", "id"], condition=Q(status="waiting"), name="desk_waiting"),
            models.Index(fields=["unit", "-urgency", "queued_at"], condition=Q(status="waiting"), name="desk_of_unit"),
            models.Index(fields=["light", "unit"], condition=Q(status="waiting"), name="desk_counted"),
            models.Index(
                fields=["queued_at", "id"],
                condition=Q(must_acknowledge=True, acknowledged_at__isnull=True),
                name="desk_to_acknowledge",
            ),
            models.Index(fields=["queued_at", "id"], condition=Q(status="held"), name="desk_held"),
            models.Index(
                fields=["judged_epoch", "id"],
                condition=Q(status__in=["waiting", "held", "cleared"]),
                name="post_to_judge_again",
            ),
            models.Index(fields=["author", "-created_at", "-id"], name="post_of_author"),
            models.Index(fields=["unit", "-ended_at"], name="post_ended_of_unit"),
        ]

    def __str__(self) -> str:
        return f"Post {self.pk}"

    @property
    def sent(self) -> "Revision":
        """The revision in hand, of a post that was sent."""
        if self.current_revision is None:
            raise ValueError(f"{self} was never sent.")
        return self.current_revision

    @property
    def verdict(self) -> "Assessment":
        """The assessment in force, of a post that was sent."""
        if self.assessment is None:
            raise ValueError(f"{self} was never judged.")
        return self.assessment
