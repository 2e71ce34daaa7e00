"""Seals over the record: a Merkle root of events, the seal before it, and a signature."""

from django.db import models


class Seal(models.Model):
    """One signed link of the chain. Append-only by database trigger."""

    append_only = True

    number = models.PositiveBigIntegerField(unique=True)
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    signature = models.CharField(max_length=128)
    key_id = models.CharField(max_length=16)
    at = models.DateTimeField()


class SealEntry(models.Model):
    """Which event stands at which place of which seal, and its hash as sealed. Append-only by database trigger."""

    append_only = True

    event = models.OneToOneField("governance.AuditEvent", on_delete=models.PROTECT, related_name="seal_entry")
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="entries")
    position = models.PositiveIntegerField()
    leaf = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seal", "position"], name="one_event_a_place")]
