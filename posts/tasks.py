"""Doorbells of the posts' room: each makes one service look in the database for what is due."""

from celery import shared_task
from django.utils import timezone

from posts import outbox
from posts.services.escalation import climb
from posts.services.publishing import publish_due
from posts.services.reconciling import recover
from posts.services.rejudging import judge_again


@shared_task(name="posts.publish_due")
def publish() -> None:
    """Send what is due, then look into what was left in doubt."""
    outbox.hear_bell()
    if outbox.anything_due(timezone.now()):
        publish_due()
    if outbox.anything_lost(timezone.now()):
        recover()


@shared_task(name="posts.climb_ladders")
def climb_ladders() -> None:
    """Climb every rung that is due."""
    climb(timezone.now())


@shared_task(name="posts.judge_again")
def judge_what_waits() -> None:
    """Judge again what waits, where the policy has moved."""
    judge_again(timezone.now())
