"""Doorbells: each rings one idempotent service, which looks in the database for what is due."""

from celery import shared_task

from governance.services.epoch import keep_up
from governance.services.sealing import seal_what_is_new


@shared_task(name="governance.seal_record")
def seal_record() -> None:
    """Seal the events that no seal holds yet."""
    seal_what_is_new()


@shared_task(name="governance.keep_up")
def move_with_the_clock() -> None:
    """Move the epoch where a notice or an edition began or ended by the clock."""
    keep_up()
