"""Incidents: the crisis switch, its scope, and who may speak while it is in force."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Incident(models.Model):
    """Declared by one person, stood down by one person; `major` silences all but corporate accounts in its scope."""

    level = models.CharField(max_length=6)
    title = models.CharField(max_length=160)
    units = models.ManyToManyField("accounts.Unit", blank=True, related_name="+")
    channels = models.JSONField(default=list, blank=True)
    topics = models.JSONField(default=list, blank=True)
    speakers = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()
    stood_down_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    stood_down_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__in=["silver", "gold", "major"]), name="incident_level_known"),
            models.CheckConstraint(
                condition=Q(stood_down_at__isnull=True, stood_down_by__isnull=True)
                | Q(stood_down_at__isnull=False, stood_down_by__isnull=False),
                name="incident_stood_down_by_someone",
            ),
        ]
        indexes = [
            models.Index(fields=["declared_at"], condition=Q(stood_down_at__isnull=True), name="incident_in_force")
        ]
