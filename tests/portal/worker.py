"""The worker's side of the tests: Celery's own worker, whose tasks run at the time on the portal's moved clock."""

import sys
from typing import Any

import time_machine
from celery.signals import task_postrun, task_prerun
from django.core.cache import cache

from rag_portal.celery import app
from tests.portal import clock

travelling: list[time_machine.travel] = []


@task_prerun.connect
def set_out(**_: Any) -> None:
    """Go to where the clock stands."""
    if seconds := cache.get(clock.KEY):
        travelling.append(clock.travel(seconds))
        travelling[-1].start()


@task_postrun.connect
def come_back(**_: Any) -> None:
    """Return, for Celery's own sake."""
    while travelling:
        travelling.pop().stop()


if __name__ == "__main__":
    app.worker_main(sys.argv[1:])
