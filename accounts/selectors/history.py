"""The life of an account or a person, as the record tells it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from accounts.domain.event_words import words_for
from accounts.domain.roles import LABELS
from accounts.models import Appointment, User
from governance.selectors.history import events_about

SHOWN = 40


def life_of(thing: Model) -> list[dict[str, object]]:
    """The latest events, oldest first: what happened, when, who did it, and the reason where one was given."""
    latest = list(events_about(thing, *appointments_with(thing))[:SHOWN])
    said = [event.payload.body if hasattr(event, "payload") else {} for event in latest]
    names = _names(said)
    return [
        {
            "what": words_for(event.action),
            "whom": names.get(body.get("person"), "") if thing._meta.model_name == "socialaccount" else "",
            "at": event.at,
            "who": str(event.actor) if event.actor else "the portal",
            "note": note_of(event.action, body),
            "state": "now" if event is latest[0] else "",
        }
        for event, body in zip(reversed(latest), reversed(said), strict=True)
    ]


def appointments_with(thing: Model) -> list[Appointment]:
    """What else belongs to the life of a person: their appointments."""
    return list(Appointment.objects.filter(user=thing)) if isinstance(thing, User) else []


def note_of(action: str, body: dict[str, Any]) -> str:
    """The reason given, the columns changed, or the role."""
    if action == "account.changed":
        return ", ".join(sorted(name.replace("_", " ") for name in body))
    role = body.get("role")
    return str(body.get("reason") or (LABELS.get(role, role) if role else ""))


def _names(said: Iterable[dict[str, Any]]) -> dict[Any, str]:
    numbers = {body["person"] for body in said if isinstance(body.get("person"), int)}
    return {person.pk: str(person) for person in User.objects.filter(pk__in=numbers)}
