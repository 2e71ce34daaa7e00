"""Units of the force."""

from django.db import transaction

from accounts.domain.paths import child_path
from accounts.models import Unit, User
from accounts.permissions import AccountPermission
from accounts.services.authority import demand
from accounts.services.refusals import Refused, only_once
from governance import audit


@only_once("There is already a unit called this.", "slug")
@transaction.atomic(durable=True)
def create_unit(*, slug: str, name: str, kind: str, parent: Unit | None, actor: User | None) -> Unit:
    """Add a unit below `parent`; only the force has none. Raises Refused where the slug is taken."""
    demand(AccountPermission.ADMINISTER, actor)
    if Unit.objects.filter(slug=slug).exists():
        raise Refused(f"There is already a unit called {slug}.", "slug")
    path = child_path(parent.path if parent else "", slug)
    unit = Unit.objects.create(slug=slug, name=name, kind=kind, parent=parent, path=path)
    audit.record(
        "unit.created", actor=actor, obj=unit, unit_slug=slug, payload={"name": name, "kind": kind, "path": path}
    )
    return unit
