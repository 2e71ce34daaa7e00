"""How long a platform asks an account to wait, from the headers of its refusal."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

HEADERS = ("Retry-After", "X-RateLimit-Reset")
LONGEST = timedelta(hours=2)


def read_retry_after(headers: Mapping[str, str]) -> timedelta | None:
    """Return the wait: seconds, an HTTP date or an ISO date. None where it says nothing; never more than `LONGEST`."""
    for name in HEADERS:
        if given := headers.get(name, "").strip():
            wait = timedelta(seconds=min(int(given), 10**8)) if given.isdecimal() else _until(given)
            return None if wait is None else min(max(wait, timedelta()), LONGEST)
    return None


def _until(words: str) -> timedelta | None:
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(words)
        except ValueError:
            continue
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - datetime.now(UTC)
    return None
