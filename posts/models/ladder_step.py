"""Deadlines as rows: which step of which ladder falls due when."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from posts.models.choices import one_of
from posts.models.post import Post

STATES = ("waiting", "paused", "done", "silenced", "cancelled")


class LadderStep(models.Model):
    """One rung for one stay of a post in a queue. The sweep that turns `waiting` into another state acts on it."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="ladder_steps")
    queued_at = models.DateTimeField(help_text="Which stay in a queue this rung belongs to.")
    ladder = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=9, default="waiting")
    row = models.CharField(
        max_length=3, blank=True, help_text="The row that put it off to a morning; else chosen when due."
    )
    put_off = models.DurationField(default=timedelta, help_text="How long questions to the author have paused it.")
    settled_at = models.DateTimeField(null=True)
    told = models.JSONField(default=list, help_text="The ids of the people told, in order.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "queued_at", "number"], name="rung_once_a_stay"),
            one_of("state", STATES, "rung_state_known"),
        ]
        indexes = [models.Index(fields=["due_at", "id"], condition=Q(state="waiting"), name="rung_due")]
