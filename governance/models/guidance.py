"""Live guidance: what DMC says, while it is in force, about words, places and accounts."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class GuidanceNotice(models.Model):
    """A notice in force from `starts_at` until `ends_at`, or until it is withdrawn."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=120)
    advice = models.TextField()
    words = models.JSONField(default=list, help_text="Phrases it looks for; none means every post in its scope.")
    light = models.CharField(max_length=5)
    release = models.CharField(max_length=4)
    units = models.ManyToManyField("accounts.Unit", blank=True, related_name="+")
    accounts = models.ManyToManyField("accounts.SocialAccount", blank=True, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="guidance_ends_after_start"),
            models.CheckConstraint(condition=Q(light__in=["green", "amber", "red"]), name="guidance_light_known"),
            models.CheckConstraint(condition=Q(release__in=["go", "tell", "ask"]), name="guidance_release_known"),
        ]
        indexes = [models.Index(fields=["ends_at", "starts_at"], name="guidance_in_force")]
