"""Who may post from an account."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.models.social_account import SocialAccount


class OperatorQuerySet(models.QuerySet["Operator"]):
    """Questions about operators."""

    def at(self, moment: datetime) -> "OperatorQuerySet":
        """Those whose leave has begun and has not ended at this moment."""
        return self.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=moment), starts_at__lte=moment)


class Operator(models.Model):
    """One person's leave to post from one account, from a moment until another."""

    account = models.ForeignKey(SocialAccount, on_delete=models.PROTECT, related_name="operators")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="operatorships")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = OperatorQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "user"], condition=Q(ends_at__isnull=True), name="operator_once_an_account"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")), name="operator_ends_after_start"
            ),
        ]
        indexes = [models.Index(fields=["user", "account"], name="operator_of_user")]
