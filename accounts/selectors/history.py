"""The life of an account or a person, as the record tells it."""

from django.db.models import Model

from accounts.domain.event_words import words_for
from governance.selectors.history import events_about

SHOWN = 40


def life_of(thing: Model) -> list[dict[str, object]]:
    """The latest events, oldest first: what happened, when, who did it, and the reason where one was given."""
    latest = list(events_about(thing)[:SHOWN])
    return [
        {
            "what": words_for(event.action),
            "at": event.at,
            "who": str(event.actor) if event.actor else "the portal",
            "reason": event.payload.body.get("reason", "") if hasattr(event, "payload") else "",
            "state": "now" if event is latest[0] else "",
        }
        for event in reversed(latest)
    ]
