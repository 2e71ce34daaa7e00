"""People and the accounts they post from, made by walking the real services."""

from itertools import count
from typing import Any

from accounts.models import SocialAccount, User
from accounts.services import people, register
from tests.factories.places import unit

PASSWORD = "a-long-word-for-tests"
HOME = {
    "borough-support": "borough-support",
    "social-media-team": "social-media-team",
    "press-bureau": "press-bureau",
    "dmc-admin": "dmc",
    "auditor": "dmc",
}
numbers = count(1)


def person(role: str, unit_slug: str = "", **details: Any) -> User:
    """Return somebody with this role; DMC's roles find their own unit.

    `email`, `name`, `level` ("standard"), `head_on_call`, `starts_on` and `ends_on` may be given.
    """
    slug = unit_slug or HOME[role]
    someone = nobody(
        f"{slug} {role}", **{key: details.pop(key) for key in ("email", "name", "level") if key in details}
    )
    people.appoint(someone, unit=unit(slug), role=role, actor=None, **details)
    return someone


def nobody(words: str = "newcomer", *, email: str = "", name: str = "", level: str = "standard") -> User:
    """Return somebody who may sign in and has no appointment."""
    number = next(numbers)
    address = email or f"{words.replace(' ', '-')}-{number}@force.example"
    return people.add_person(
        email=address, display_name=name or f"{words.title()} {number}", actor=None, password=PASSWORD, level=level
    )


def account(unit_slug: str, *operators: User, channel: str = "noticeboard", **details: Any) -> SocialAccount:
    """Return an account in use, owned by this unit, with these operators. Details are those of `AccountCase`."""
    place = unit(unit_slug)
    number = next(numbers)
    told = {"kind": "borough", "name": f"{place.name} Police", "handle": f"{unit_slug}-{channel}-{number}"} | details
    entered = register.register_account(register.AccountCase(**told), unit=place, channel=channel, actor=None)
    for operator in operators:
        register.add_operator(entered, operator, actor=None)
    return entered
