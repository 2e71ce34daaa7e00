"""Incidents: declared and stood down by DMC and the Press Bureau. Posts in the scope of one in force are held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from governance import audit
from governance.models import Incident
from governance.permissions import GovernancePermission as May
from governance.services import epoch
from governance.services.authority import demand
from governance.services.refusals import MovedOn


@dataclass(frozen=True, slots=True)
class Scope:
    """What an incident covers and who may speak all the same. Nothing named means all of it."""

    level: str
    title: str
    unit_ids: Iterable[int] = ()
    channels: Sequence[str] = ()
    topics: Sequence[str] = ()
    speaker_ids: Iterable[int] = ()


@transaction.atomic(durable=True)
def declare(scope: Scope, *, actor: AbstractBaseUser) -> Incident:
    """Put an incident in force at once."""
    demand(May.DECLARE_INCIDENT, actor)
    incident = Incident.objects.create(
        level=scope.level,
        title=scope.title,
        channels=list(scope.channels),
        topics=list(scope.topics),
        declared_by_id=actor.pk,
        declared_at=timezone.now(),
    )
    incident.units.set(scope.unit_ids)
    incident.speakers.set(scope.speaker_ids)
    audit.record("incident.declared", actor=actor, obj=incident, payload=_about(incident))
    epoch.move()
    return incident


@transaction.atomic(durable=True)
def stand_down(incident_id: int, *, actor: AbstractBaseUser) -> None:
    """End an incident; what it held is judged again."""
    demand(May.DECLARE_INCIDENT, actor)
    in_force = Incident.objects.filter(pk=incident_id, stood_down_at__isnull=True)
    if in_force.update(stood_down_at=timezone.now(), stood_down_by_id=actor.pk) != 1:
        raise MovedOn("Somebody else stood this incident down already.")
    audit.record("incident.stood-down", actor=actor, obj=Incident.objects.get(pk=incident_id))
    epoch.move()


def _about(incident: Incident) -> dict[str, str | list[str]]:
    return {
        "level": incident.level,
        "title": incident.title,
        "units": [unit.slug for unit in incident.units.all()],
        "channels": list(incident.channels),
        "topics": list(incident.topics),
        "speakers": [str(person.pk) for person in incident.speakers.all()],
    }
