"""Whose desk it is, and until when its person is on duty."""

from datetime import datetime
from typing import TYPE_CHECKING

from accounts import selectors as people
from accounts.domain.hours import LONDON
from accounts.domain.roles import COVERS_ALL, MAY_EVER_DECIDE, Role
from accounts.selectors.hours import hours_of
from posts.domain.moments import at_or_on

if TYPE_CHECKING:
    from accounts.models import User


def desk_name(person: "User") -> str:
    """The name of their desk: "Camden desk", "Press Bureau desk"."""
    names = (
        Role(one.role).label if one.role in COVERS_ALL else one.unit.name
        for one in person.current_appointments()
        if one.role in MAY_EVER_DECIDE
    )
    return f"{' and '.join(dict.fromkeys(names))} desk"


def duty_line(person: "User", now: datetime) -> str:
    """Until when they are on duty; empty for whoever is not a communicator."""
    held = next((one for one in person.current_appointments() if one.role == Role.COMMUNICATOR), None)
    if held is None:
        return ""
    if not people.in_hours(held.unit, now):
        return f"You are on duty again {at_or_on(people.next_working_morning(held.unit, now), now)}."
    _, closes = hours_of(held.unit)[now.astimezone(LONDON).weekday()]
    return f"You are on duty until {closes:%H:%M}."
