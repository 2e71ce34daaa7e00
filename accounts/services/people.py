"""People: added, suspended, brought back, moved from level to level. What they may do is given by appointments."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.permissions import AccountPermission
from accounts.services.appointments import appoint, end_appointment, grant_bypass
from accounts.services.authority import demand, forbid_oneself
from accounts.services.notices import tell
from accounts.services.refusals import MovedOn, Refused, only_once
from governance import audit
from governance.services import epoch

ALREADY_HERE = "Somebody with this e-mail address is already here."
__all__ = [
    "add_person",
    "appoint",
    "change_level",
    "end_appointment",
    "grant_bypass",
    "reinstate_person",
    "suspend_person",
]


@only_once(ALREADY_HERE, "email")
@transaction.atomic(durable=True)
def add_person(
    *, email: str, display_name: str, actor: User | None, password: str | None = None, level: str = "probation"
) -> User:
    """Add somebody who may sign in. Without a password they set one by the link sent to them."""
    demand(AccountPermission.ADMINISTER_PEOPLE, actor)
    if User.objects.filter(email__iexact=email).exists():
        raise Refused(ALREADY_HERE, "email")
    today = timezone.localdate()
    person = User.objects.create_user(email, password, display_name=display_name, level=level, level_since=today)
    audit.record("person.added", actor=actor, obj=person, payload={"email": person.email, "level": level})
    if password is None and actor is not None:
        _welcome(person)
    return person


@transaction.atomic(durable=True)
def change_level(person: User, *, level: str, actor: User | None, reason: str = "") -> None:
    """Move a person between probation, standard and trusted; what waits is judged again."""
    demand(AccountPermission.ADMINISTER_PEOPLE, actor)
    forbid_oneself(actor, person, "Nobody changes their own level.")
    before = person.level
    _swap(person, {"level": before}, {"level": level, "level_since": timezone.localdate()})
    audit.record(
        "person.level-changed", actor=actor, obj=person, payload={"from": before, "to": level, "reason": reason}
    )
    epoch.move()


@transaction.atomic(durable=True)
def suspend_person(person: User, *, actor: User | None, reason: str) -> None:
    """Stop a person at once: they are signed out, and nothing of theirs leaves."""
    demand(AccountPermission.ADMINISTER_PEOPLE, actor)
    forbid_oneself(actor, person, "Nobody suspends themselves. Ask another DMC admin.")
    _swap(person, {"suspended_at": None}, {"suspended_at": timezone.now()})
    audit.record("person.suspended", actor=actor, obj=person, payload={"reason": reason})
    epoch.move()


@transaction.atomic(durable=True)
def reinstate_person(person: User, *, actor: User | None, reason: str = "") -> None:
    """End a suspension."""
    demand(AccountPermission.ADMINISTER_PEOPLE, actor)
    forbid_oneself(actor, person, "Nobody ends their own suspension.")
    if person.suspended_at is None:
        raise MovedOn(f"{person} is not suspended.")
    _swap(person, {"suspended_at": person.suspended_at}, {"suspended_at": None})
    audit.record("person.reinstated", actor=actor, obj=person, payload={"reason": reason})
    epoch.move()


def _welcome(person: User) -> None:
    """Tell somebody new where they choose their password."""
    tell(
        [person],
        key="welcome",
        kind="person",
        subject="You can now use RAG Portal",
        body=f"{person}, you were added to RAG Portal. Open the page, type this e-mail address and choose a password.",
        url=reverse("account_reset_password"),
    )


def _swap(person: User, expected: dict[str, object], columns: dict[str, object]) -> None:
    """Write the columns if the row still is as expected; the WHERE clause is the lock."""
    if User.objects.filter(pk=person.pk, **expected).update(**columns) != 1:
        raise MovedOn(f"{person} was changed by somebody else just now. Look again before you change it.")
    person.refresh_from_db()
