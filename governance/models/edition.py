"""Editions of the traffic light as stored text, and the reviewed switches that put one in force."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Edition(models.Model):
    """One edition of the policy: its TOML as approved, never changed afterwards."""

    slug = models.SlugField(max_length=60)
    number = models.PositiveIntegerField(default=1)
    name = models.CharField(max_length=120)
    source = models.TextField(help_text="The TOML text of the edition.")
    fragments = models.JSONField(default=dict, help_text="The texts it includes, by name, as they stood.")
    digest = models.CharField(max_length=64, unique=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slug", "number"], name="edition_number_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.slug}, {self.number})"


class EditionSwitch(models.Model):
    """The reviewed act of putting an edition in force from a moment on.

    The edition in force is that of the approved switch with the latest `applies_from` that has passed.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="switches")
    applies_from = models.DateTimeField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    replay_report = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(approver__isnull=True) | Q(author__isnull=True) | ~Q(author=F("approver")),
                name="switch_needs_four_eyes",
            )
        ]
        indexes = [
            models.Index(
                fields=["-applies_from", "-id"], condition=Q(approved_at__isnull=False), name="switch_in_force"
            )
        ]
