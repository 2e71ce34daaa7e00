"""Custody of an account's credentials. The secret itself is encrypted and never shown."""

from django.conf import settings
from django.db import models

from accounts.models.social_account import SocialAccount


class Credential(models.Model):
    """Who holds the key, how many know it, when it was changed, whether it still works."""

    account = models.OneToOneField(SocialAccount, on_delete=models.PROTECT, related_name="credential")
    sealed = models.BinaryField(help_text="The secret, encrypted with MultiFernet.")
    custodian = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    known_to = models.PositiveSmallIntegerField(default=1)
    rotated_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    health = models.CharField(max_length=40, blank=True)

    def __repr__(self) -> str:
        return f"<Credential of account {self.account_id}>"
