"""The record: events that are only ever added, and payloads that only retention may remove."""

from django.conf import settings
from django.db import models

from governance.domain.record import JSON, moment


class AuditEvent(models.Model):
    """Who did what, when, to what, and the salted hash of the payload. Append-only by database trigger.

    `mac` is made with a key the database never sees, so a row that the portal did not write is told at once.
    """

    append_only = True

    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    actor_kind = models.CharField(max_length=12)
    action = models.CharField(max_length=60)
    object_type = models.CharField(max_length=40)
    object_id = models.CharField(max_length=40)
    unit_slug = models.CharField(max_length=60, blank=True)
    payload_hash = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["object_type", "object_id", "id"], name="audit_of_object"),
            models.Index(fields=["actor", "id"], name="audit_of_actor"),
            models.Index(fields=["at"], name="audit_at"),
        ]

    def said(self) -> dict[str, JSON]:
        """What the mark covers: everything but the number, which the database gives, and the mark itself."""
        return {
            "at": moment(self.at),
            "actor": self.actor_id,
            "actor_kind": self.actor_kind,
            "action": self.action,
            "object_type": self.object_type,
            "object_id": self.object_id,
            "unit_slug": self.unit_slug,
            "payload_hash": self.payload_hash,
        }

    def sealed(self) -> dict[str, JSON]:
        """What a seal covers: all of it."""
        return {**self.said(), "id": self.pk, "mac": self.mac}


class AuditPayload(models.Model):
    """What an event says in full, with the salt of its hash. It never changes; it goes only with a tombstone."""

    append_only = True
    goes_with = "governance.AuditTombstone"

    event = models.OneToOneField(AuditEvent, on_delete=models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=64)
    body = models.JSONField()


class AuditTombstone(models.Model):
    """Left behind where retention deleted a payload: which rule, and when. Append-only by database trigger."""

    append_only = True

    event = models.OneToOneField(AuditEvent, on_delete=models.PROTECT, primary_key=True, related_name="tombstone")
    rule = models.CharField(max_length=80)
    at = models.DateTimeField()
