"""What the record keeps of signing in, and the one place a password is set."""

from django.db import transaction

from accounts.models import User
from governance import audit


@transaction.atomic(durable=True)
def note_signed_in(person: User) -> None:
    """Record that somebody came in."""
    audit.record("person.signed-in", actor=person, obj=person)


@transaction.atomic(durable=True)
def note_signed_out(person: User) -> None:
    """Record that somebody left."""
    audit.record("person.signed-out", actor=person, obj=person)


@transaction.atomic(durable=True)
def note_turned_away(person: User, reason: str) -> None:
    """Record that somebody with the right password, or with an open session, was not let in."""
    audit.record("person.turned-away", actor=None, obj=person, payload={"reason": reason})


@transaction.atomic(durable=True)
def note_failure(email: str) -> None:
    """Record a failed sign-in. What was typed is not kept unless it is somebody's address: it may be a password."""
    person = User.objects.filter(email__iexact=email).first()
    audit.record("person.sign-in-failed", actor=None, obj=person or User(), payload={"known": person is not None})


@transaction.atomic(durable=True)
def set_password(person: User, password: str, *, actor: User | None) -> None:
    """Set a person's password; open sessions other than the one that did it end."""
    person.set_password(password)
    person.save(update_fields=["password"])
    audit.record("person.password-set", actor=actor, obj=person)
