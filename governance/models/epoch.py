"""One row that moves whenever lights may change or something must stop.

A send reads it FOR SHARE; whatever stops sends updates it; so the database orders the two.
"""

from django.db import models
from django.db.models import Q


class PolicyEpoch(models.Model):
    """The single row; its value only grows."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    value = models.PositiveBigIntegerField(default=1)
    moved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="one_epoch_row")]
