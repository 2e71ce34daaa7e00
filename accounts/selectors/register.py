"""The register of accounts, as far as somebody may see it or post from it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.utils import timezone

from accounts.domain.health import Flag, flags
from accounts.domain.lifecycle import MAY_PUBLISH, MOVES, AccountStatus, Move
from accounts.models import SocialAccount, User
from accounts.models.operator import Operator, OperatorQuerySet
from accounts.predicates import is_in_good_standing
from accounts.selectors.units import units_seen_by

VIEWS = {
    "": "All",
    "attention": "Needs attention",
    "asked": "Asked for",
    "in-use": "In use",
    "suspended": "Suspended",
    "closed": "Closed",
}
NOT_YET_IN_USE = ("requested", "endorsed", "supported", "trained", "approved")
WORST_FIRST = Case(
    When(status=AccountStatus.SUSPENDED, then=Value(0)),
    When(status__in=MAY_PUBLISH, owner__isnull=True, then=Value(1)),
    When(status=AccountStatus.CLOSED, then=Value(4)),
    When(status__in=MAY_PUBLISH, then=Value(3)),
    default=Value(2),
)


def accounts_to_post_from(person: User) -> QuerySet[SocialAccount]:
    """Accounts in use that this person operates now; none for somebody suspended."""
    if not is_in_good_standing(person):
        return SocialAccount.objects.none()
    now = timezone.now()
    operated = Operator.objects.at(now).filter(user=person).values("account")
    lasting = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    found = SocialAccount.objects.filter(lasting, pk__in=operated, status__in=MAY_PUBLISH)
    return found.select_related("unit").order_by("unit__path", "name", "pk")


def accounts_operated_by(person: User) -> QuerySet[Operator, int]:
    """The numbers of the accounts a person may post from, whatever state they are in."""
    return Operator.objects.at(timezone.now()).filter(user=person).values_list("account", flat=True)


def accounts_seen_by(person: User) -> QuerySet[SocialAccount]:
    """Accounts of the units this person sees."""
    found = SocialAccount.objects.filter(unit__in=units_seen_by(person))
    return found.select_related("unit", "owner", "deputy").order_by("name", "channel", "pk")


def register_of(
    person: User, *, view: str = "", words: str = "", unit: str = "", channel: str = ""
) -> QuerySet[SocialAccount]:
    """The entries this person sees that fit the filters, worst first, each with its number of operators."""
    now = timezone.now()
    found = accounts_seen_by(person).filter(_in_view(view, timezone.localdate()))
    if words:
        found = found.filter(Q(name__icontains=words) | Q(handle__icontains=words))
    if unit:
        found = found.filter(unit__path__contains=f"/{unit}/")
    if channel:
        found = found.filter(channel=channel)
    current = Q(operators__starts_at__lte=now) & (Q(operators__ends_at__isnull=True) | Q(operators__ends_at__gt=now))
    counted = found.annotate(operator_count=Count("operators", filter=current))
    return counted.order_by(WORST_FIRST, "name", "channel", "pk")


def rows_of(entries: Iterable[Any]) -> list[dict[str, Any]]:
    """Entries as `register_of` counted them, each with what needs attention."""
    return [{"account": one, "flags": flags_of(one, one.operator_count)} for one in entries]


def counts_by_view(person: User) -> dict[str, int]:
    """How many entries this person sees in each view of the register."""
    today = timezone.localdate()
    wanted = {f"v{number}": Count("pk", filter=_in_view(view, today)) for number, view in enumerate(VIEWS)}
    counts = accounts_seen_by(person).order_by().aggregate(**wanted)
    return {view: counts[f"v{number}"] for number, view in enumerate(VIEWS)}


def operators_of(account: SocialAccount) -> OperatorQuerySet:
    """Who may post from this account now."""
    held = account.operators.at(timezone.now())
    return held.select_related("user", "added_by").order_by("user__display_name", "pk")


def flags_of(account: SocialAccount, operators: int) -> list[Flag]:
    """What needs attention about this account."""
    return flags(account.status, account.owner_id is not None, operators, account.review_on, timezone.localdate())


def moves_from(account: SocialAccount) -> list[Move]:
    """The rows of the table of moves that begin where this account stands."""
    return [move for move in MOVES if move.source == account.status]


def _in_view(view: str, today: date) -> Q:
    troubled = Q(status=AccountStatus.SUSPENDED) | Q(status__in=MAY_PUBLISH, owner__isnull=True)
    overdue = Q(review_on__lte=today) & ~Q(status=AccountStatus.CLOSED)
    return {
        "attention": troubled | overdue,
        "asked": Q(status__in=NOT_YET_IN_USE),
        "in-use": Q(status__in=MAY_PUBLISH),
        "suspended": Q(status=AccountStatus.SUSPENDED),
        "closed": Q(status=AccountStatus.CLOSED),
    }.get(view, Q(pk__isnull=False))
