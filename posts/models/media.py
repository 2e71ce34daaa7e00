"""Pictures: the re-encoded master, and where it stands in a revision."""

from django.conf import settings
from django.db import models

from posts.models.revision import Part


class Media(models.Model):
    """An immutable master, re-encoded at upload with nothing of its origin left in it; `digest` is its SHA-256."""

    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    file = models.FileField(upload_to="masters/")
    original_name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    created_at = models.DateTimeField()


class PartMedia(models.Model):
    """One picture of one part, with what blind people hear and who agreed to its use. Append-only by trigger."""

    append_only = True

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="pictures")
    media = models.ForeignKey(Media, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    alt_text = models.TextField()
    authority = models.CharField(max_length=20, help_text="Which kind of picture it is, and so whose leave it takes.")
    authority_note = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["part", "position"], name="picture_position_once")]
