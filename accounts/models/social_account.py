"""The register of public accounts, and of handles worth repeating."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from accounts.domain.channels import CHANNELS, LABELS
from accounts.domain.lifecycle import MAY_PUBLISH, AccountKind, AccountStatus
from accounts.models.choices import choices, one_of
from accounts.models.unit import Unit

TRUSTED_KINDS = ("corporate", "council", "community", "partner")


class SocialAccount(models.Model):
    """One account on one channel: why, who and what (A section 4), its owner, and where it stands."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="accounts")
    channel = models.CharField(max_length=12)
    kind = models.CharField(max_length=12, choices=choices(AccountKind))
    name = models.CharField(max_length=120)
    handle = models.CharField(max_length=120)
    base_url = models.URLField(blank=True)
    address = models.URLField(blank=True)
    why = models.TextField(blank=True)
    who = models.TextField(blank=True)
    what = models.TextField(blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="owned_accounts"
    )
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=choices(AccountStatus), default=AccountStatus.REQUESTED.value)
    floor = models.CharField(max_length=5, blank=True)
    watermark = models.BooleanField(default=False)
    not_for_reporting_shown = models.BooleanField(default=False)
    followers = models.PositiveIntegerField(null=True, blank=True)
    follower_target = models.PositiveIntegerField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint("channel", Lower("handle"), name="handle_once_a_channel"),
            one_of("channel", CHANNELS, "account_channel_known"),
            one_of("kind", AccountKind, "account_kind_known"),
            one_of("status", AccountStatus, "account_status_known"),
            one_of("floor", ("", "green", "amber", "red"), "account_floor_known"),
            models.CheckConstraint(
                condition=~Q(kind="temporary") | Q(expires_at__isnull=False), name="temporary_account_expires"
            ),
        ]
        indexes = [models.Index(fields=["unit", "status"], name="account_unit_status")]

    def __str__(self) -> str:
        return f"{self.name} ({self.channel})"

    @property
    def may_publish(self) -> bool:
        """Whether its state lets anything out (the register's life cycle)."""
        return self.status in MAY_PUBLISH

    @property
    def channel_label(self) -> str:
        """The channel as people say it."""
        return LABELS[self.channel]

    @property
    def channel_in_words(self) -> str:
        """The channel as it follows "on"."""
        return "the noticeboard" if self.channel == "noticeboard" else self.channel_label

    @property
    def status_label(self) -> str:
        """The state as people say it."""
        return AccountStatus(self.status).label

    @property
    def is_corporate(self) -> bool:
        """Whether it speaks for the whole force."""
        return self.kind == AccountKind.CORPORATE


class TrustedHandle(models.Model):
    """A corporate, council, community or partner handle whose posts may be repeated as green `retweet`."""

    channel = models.CharField(max_length=12)
    handle = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint("channel", Lower("handle"), name="trusted_handle_once"),
            one_of("kind", TRUSTED_KINDS, "trusted_kind_known"),
        ]

    @property
    def channel_label(self) -> str:
        """The channel as people say it."""
        return LABELS[self.channel]
