"""The portal's clock, moved forward for web and worker together, so that a journey need not wait.

The seconds stand in the cache. The worker reads them before each task; the clocks of Celery and beat stay as they are.
"""

import datetime as dt
from zoneinfo import ZoneInfo

import time_machine
from django.core.cache import cache

LONDON = ZoneInfo("Europe/London")
KEY = "tests.clock.seconds"


class Clock:
    """How far the portal is ahead of the wall, and the traveller that keeps this process there."""

    def __init__(self) -> None:
        self.traveller: time_machine.travel | None = None
        self.ahead = dt.timedelta()
        cache.delete(KEY)

    def forward(self, **units: float) -> None:
        """Move on by `minutes=10` and the like; time keeps running from there."""
        ahead = self.ahead + dt.timedelta(**units)
        self.back()
        self.ahead = ahead
        self.traveller = travel(ahead.total_seconds())
        self.traveller.start()
        cache.set(KEY, ahead.total_seconds(), None)

    def move_to(self, moment: dt.datetime) -> None:
        """Move to this moment, whenever it is now."""
        self.forward(seconds=(moment - dt.datetime.now(dt.UTC)).total_seconds())

    def today(self) -> dt.date:
        """The day it is in London by this clock."""
        return dt.datetime.now(dt.UTC).astimezone(LONDON).date()

    def back(self) -> None:
        """Return to the time on the wall."""
        if self.traveller:
            self.traveller.stop()
            self.traveller = None
        self.ahead = dt.timedelta()
        cache.delete(KEY)


def travel(seconds: float) -> time_machine.travel:
    """Return a traveller that many seconds ahead of now."""
    return time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds), tick=True)
