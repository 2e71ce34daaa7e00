"""What a person has learnt and accepted."""

from django.conf import settings
from django.db import models

from accounts.models.choices import one_of

COURSES = ("protocol", "media-law", "security-awareness")


class Training(models.Model):
    """One course done, with its evidence and the day it runs out."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="trainings")
    course = models.CharField(max_length=20)
    completed_on = models.DateField()
    expires_on = models.DateField()
    evidence = models.CharField(max_length=200, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [one_of("course", COURSES, "training_course_known")]
        indexes = [models.Index(fields=["user", "course", "-expires_on"], name="training_of_user")]


class ProtocolAcceptance(models.Model):
    """A person's acceptance of one version of the Protocol for Officers."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="acceptances")
    version = models.PositiveIntegerField()
    accepted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "version"], name="protocol_accepted_once")]
