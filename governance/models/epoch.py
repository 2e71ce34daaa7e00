"""One row that moves whenever lights may change or something must stop.

A send reads it FOR SHARE; whatever stops sends updates it; so the database orders the two.
"""

import secrets

from django.db import models
from django.db.models import Q


def new_mark() -> str:
    """A text that no epoch has had before, not even one whose transaction was rolled back."""
    return secrets.token_hex(16)


class PolicyEpoch(models.Model):
    """The single row; its value only grows."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    value = models.PositiveBigIntegerField(default=1)
    moved_at = models.DateTimeField(null=True)
    mark = models.CharField(max_length=32, blank=True, default=new_mark, help_text="What rows kept in memory go by.")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="one_epoch_row")]
