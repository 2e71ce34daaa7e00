"""What was sent, exactly: immutable once cut."""

from django.conf import settings
from django.db import models

from posts.models.post import Post


class Revision(models.Model):
    """One cut of a post, with the two digests decisions and key messages are bound to. Append-only by trigger."""

    append_only = True

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    content_digest = models.CharField(max_length=64)
    decision_digest = models.CharField(max_length=64)
    accounts = models.ManyToManyField("accounts.SocialAccount", related_name="+")
    content_warning = models.CharField(max_length=200, blank=True)
    in_reply_to = models.CharField(max_length=300, blank=True)
    quoted_handle = models.CharField(max_length=120, blank=True)
    quoted_text = models.TextField(blank=True)
    declared_topics = models.JSONField(default=list)
    public_domain = models.BooleanField(null=True)
    evidence = models.TextField(blank=True)
    answers = models.JSONField(default=dict)
    sentenced_on = models.DateField(null=True)
    earliest_at = models.DateTimeField(null=True)
    wall_clock = models.CharField(max_length=20, blank=True, help_text="The time as it was typed, Europe/London.")
    threat_to_life = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "number"], name="revision_number_once")]
        indexes = [models.Index(fields=["content_digest"], name="revision_content")]


class Part(models.Model):
    """One piece of a revision: a plain post has one, a thread several. Append-only by trigger."""

    append_only = True

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="parts")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["revision", "position"], name="part_position_once")]


class Variant(models.Model):
    """The text of a part for one channel, where it differs. Append-only by trigger."""

    append_only = True

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="variants")
    channel = models.CharField(max_length=12)
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "channel"], name="variant_once_a_channel")]
