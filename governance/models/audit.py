"""The record: events that are only ever added, and payloads that only retention may remove."""

from django.conf import settings
from django.db import models


class AuditEvent(models.Model):
    """Who did what, when, to what, and the salted hash of the payload. Append-only by database trigger."""

    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    actor_kind = models.CharField(max_length=12)
    action = models.CharField(max_length=60)
    object_type = models.CharField(max_length=40)
    object_id = models.CharField(max_length=40)
    unit_slug = models.CharField(max_length=60, blank=True)
    payload_hash = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["object_type", "object_id", "id"], name="audit_of_object"),
            models.Index(fields=["actor", "id"], name="audit_of_actor"),
            models.Index(fields=["at"], name="audit_at"),
        ]


class AuditPayload(models.Model):
    """What an event says in full, with the salt of its hash."""

    event = models.OneToOneField(AuditEvent, on_delete=models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=64)
    body = models.JSONField()


class AuditTombstone(models.Model):
    """Left behind where retention deleted a payload: which rule, and when."""

    event = models.OneToOneField(AuditEvent, on_delete=models.PROTECT, primary_key=True, related_name="tombstone")
    rule = models.CharField(max_length=80)
    at = models.DateTimeField()
