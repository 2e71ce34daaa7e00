"""The demo's people and accounts, brought in by the services a person would use; run again, it adds what is missing."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.domain.demo_cast import ACCOUNTS, PEOPLE, Account, Person
from accounts.models import SocialAccount, Unit, User
from accounts.services.account_case import AccountCase
from accounts.services.operators import add_operator
from accounts.services.people import add_person, appoint
from accounts.services.register import register_account
from accounts.services.seeding import seed_places
from governance import audit

WHAT = "News, advice and meetings. Not a way to report crime; it is not watched round the clock."


@dataclass(frozen=True)
class Cast:
    """The people by e-mail address, and the accounts by channel and handle."""

    people: dict[str, User]
    accounts: dict[tuple[str, str], SocialAccount]

    def board(self, handle: str) -> SocialAccount:
        """Return a noticeboard account."""
        return self.accounts["noticeboard", handle]


def bring_in(password: str) -> Cast:
    """Return the cast, with whoever was missing added."""
    seed_places(wards=True)
    units = {unit.slug: unit for unit in Unit.objects.all()}
    people = {one.email: _person(one, units[one.unit], password) for one in PEOPLE}
    accounts = {(one.channel, one.handle): _account(one, units[one.unit], people) for one in ACCOUNTS}
    return Cast(people, accounts)


@transaction.atomic(durable=True)
def note_loaded(force_slug: str = "met") -> None:
    """Write down that the demo data is all there."""
    audit.record("demo.loaded", actor=None, obj=Unit.objects.get(slug=force_slug))


@transaction.atomic(durable=True)
def hand_out(password: str) -> None:
    """Give the demo people this password, where the first of them has another: each start may name its own."""
    people = list(User.objects.filter(email__in=[one.email for one in PEOPLE]).order_by("pk"))
    if not people or people[0].check_password(password):
        return
    for person in people:
        person.set_password(password)
        person.save(update_fields=["password"])
        audit.record("demo.password_set", actor=None, obj=person)


def unit_ids(*slugs: str) -> list[int]:
    """Return the ids of these units."""
    return list(Unit.objects.filter(slug__in=slugs).values_list("pk", flat=True))


def _person(one: Person, unit: Unit, password: str) -> User:
    there = User.objects.filter(email=one.email).first()
    user = there or add_person(email=one.email, display_name=one.name, actor=None, password=password, level=one.level)
    if not user.appointments.exists():
        began: date = timezone.localdate() - timedelta(days=200)
        appoint(user, unit=unit, role=one.role, actor=None, starts_on=began, head_on_call=one.head_on_call)
    return user


def _account(one: Account, unit: Unit, people: dict[str, User]) -> SocialAccount:
    found = SocialAccount.objects.filter(channel=one.channel, handle=one.handle).first()
    account = found or register_account(_case(one, people), unit=unit, channel=one.channel, actor=None)
    for email in one.operators:
        if not account.operators.filter(user=people[email]).exists():
            add_operator(account, people[email], actor=None)
    return account


def _case(one: Account, people: dict[str, User]) -> AccountCase:
    owner = people[one.operators[0]] if one.operators else people["spoc@camden.demo"]
    return AccountCase(
        kind=one.kind,
        name=one.name,
        handle=one.handle,
        base_url="https://social.example" if one.channel == "mastodon" else "",
        why=one.why or "So that people who live and work here hear from the officers they meet.",
        who="The ward team and the borough's SPOC.",
        what=WHAT,
        owner=owner,
        not_for_reporting_shown=True,
        review_on=timezone.localdate() + timedelta(days=120),
    )
