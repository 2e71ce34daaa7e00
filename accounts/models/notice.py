"""Notices to people, and what became of each by each means."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models.choices import one_of

MEANS = ("in-app", "email", "sms", "webhook")
STATES = ("waiting", "sending", "sent", "failed")


class Notice(models.Model):
    """Something one person is told, once: `key` makes telling it twice impossible."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notices")
    key = models.CharField(max_length=160)
    kind = models.CharField(max_length=40)
    light = models.CharField(max_length=5, blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    url = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="notice_told_once")]
        indexes = [
            models.Index(fields=["user", "-created_at"], name="notice_of_user"),
            models.Index(fields=["user"], condition=Q(read_at__isnull=True), name="notice_unread"),
        ]


class NoticeDelivery(models.Model):
    """One notice by one means: the row the deliverer claims."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="deliveries")
    means = models.CharField(max_length=8)
    state = models.CharField(max_length=8, default="waiting")
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "means"], name="delivery_once_a_means"),
            one_of("means", MEANS, "delivery_means_known"),
            one_of("state", STATES, "delivery_state_known"),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(state__in=["waiting", "sending"]), name="delivery_due")
        ]
