"""Times as people say them: local wall-clock, waits in words."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.dateformat import format as format_date

MINUTE, HOUR, DAY = 60, 3600, 86400
WEEK_DAYS = 6


def clock(moment: datetime | None) -> str:
    """14:02"""
    return timezone.localtime(moment).strftime("%H:%M") if moment else ""


def day(moment: datetime | None) -> str:
    """Friday 20 November, with the year where it is not this one."""
    if not moment:
        return ""
    local = timezone.localtime(moment)
    pattern = "l j F" if local.year == timezone.localtime().year else "l j F Y"
    return format_date(local, pattern)


def when(moment: datetime | None) -> str:
    """14:02 today; Thursday at 17:31 in the last week; 12 November at 17:31 before; a day and time ahead."""
    if not moment:
        return ""
    local, now = timezone.localtime(moment), timezone.localtime()
    if local.date() == now.date():
        return clock(moment)
    if timedelta(0) < now.date() - local.date() <= timedelta(days=WEEK_DAYS):
        return f"{format_date(local, 'l')} at {clock(moment)}"
    if local > now:
        return f"{day(moment)} at {clock(moment)}"
    pattern = "j F" if local.year == now.year else "j F Y"
    return f"{format_date(local, pattern)} at {clock(moment)}"


def wait(span: Any) -> str:
    """How long: 40 s, 4 min, 2 h 5 min, 3 days. Takes a timedelta, seconds, or the moment it began."""
    seconds = _seconds(span)
    if seconds < MINUTE:
        return f"{seconds} s"
    if seconds < HOUR:
        return f"{seconds // MINUTE} min"
    if seconds < DAY:
        hours, minutes = seconds // HOUR, seconds % HOUR // MINUTE
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    days = seconds // DAY
    return "1 day" if days == 1 else f"{days} days"


def _seconds(span: Any) -> int:
    if isinstance(span, datetime):
        span = timezone.now() - span
    if isinstance(span, timedelta):
        span = span.total_seconds()
    return max(0, int(span or 0))
