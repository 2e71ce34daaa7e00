"""The outbox: one row for each part of a revision on each account. Only `posts.outbox` writes `status`."""

from django.db import models
from django.db.models import Q

from posts.domain.publication import Operation, PublicationStatus
from posts.models.choices import one_of
from posts.models.revision import Part, Revision


class Publication(models.Model):
    """One thing to put on, or take off, one account. At most one public post ever comes of one row."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="publications")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="publications")
    account = models.ForeignKey("accounts.SocialAccount", on_delete=models.PROTECT, related_name="publications")
    operation = models.CharField(max_length=7, default=Operation.PUBLISH.value)
    status = models.CharField(max_length=9, default=PublicationStatus.QUEUED.value)
    due_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    claim_token = models.CharField(max_length=32, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    sending_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    platform_id = models.CharField(max_length=200, blank=True)
    platform_url = models.CharField(max_length=400, blank=True)
    error_kind = models.CharField(max_length=9, blank=True)
    error = models.CharField(max_length=300, blank=True)
    epoch = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "part", "account", "operation"], name="publication_once_a_place"
            ),
            one_of("status", PublicationStatus, "publication_status_known"),
            one_of("operation", Operation, "publication_operation_known"),
            models.CheckConstraint(
                condition=~Q(status__in=["sending", "published", "unknown"]) | Q(sending_at__isnull=False),
                name="publication_sent_has_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(status="queued"), name="publication_due"),
            models.Index(
                fields=["lease_until", "id"], condition=Q(status__in=["claimed", "sending"]), name="publication_leased"
            ),
            models.Index(
                fields=["account", "due_at"],
                condition=Q(status="queued", error_kind="throttled"),
                name="publication_told_to_wait",
            ),
            models.Index(fields=["account", "-settled_at"], name="publication_of_account"),
            models.Index(
                fields=["-settled_at", "-id"],
                condition=Q(status="published", operation="publish"),
                name="publication_on_the_board",
            ),
            models.Index(fields=["settled_at"], condition=Q(status="unknown"), name="publication_unknown"),
        ]
