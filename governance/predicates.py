"""What is true of a person, and of a person beside a switch of editions. Each is False for None."""

from typing import Protocol

import rules

from governance.models import EditionSwitch


class HoldsRoles(Protocol):
    """What a person must answer here."""

    pk: int
    is_active: bool

    def holds(self, role: str) -> bool: ...


Person = HoldsRoles | None


@rules.predicate
def is_in_good_standing(person: Person) -> bool:
    """Somebody signed in, neither left nor suspended."""
    return person is not None and person.is_active and getattr(person, "suspended_at", None) is None


def holds(role: str) -> rules.Predicate:
    """A predicate: a current appointment gives this role somewhere."""

    @rules.predicate(name=f"is_{role.replace('-', '_')}")
    def predicate(person: Person) -> bool:
        return person is not None and person.holds(role)

    return predicate


is_dmc_admin = holds("dmc-admin")
is_borough_support = holds("borough-support")
is_social_media_team = holds("social-media-team")
is_press_bureau = holds("press-bureau")
is_auditor = holds("auditor")
works_for_dmc = is_dmc_admin | is_borough_support | is_social_media_team | is_press_bureau


@rules.predicate
def did_not_propose(person: Person, switch: EditionSwitch | None) -> bool:
    """The switch is another's proposal."""
    return person is not None and switch is not None and switch.author_id != person.pk


@rules.predicate
def is_undecided(person: Person, switch: EditionSwitch | None) -> bool:
    """Nobody has approved the switch yet."""
    return switch is not None and switch.approved_at is None
