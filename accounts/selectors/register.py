"""The register of accounts, as far as somebody may see it or post from it."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.domain.lifecycle import MAY_PUBLISH
from accounts.models import Operator, SocialAccount, User
from accounts.predicates import is_in_good_standing
from accounts.selectors.units import units_seen_by


def accounts_to_post_from(person: User) -> QuerySet[SocialAccount]:
    """Accounts in use that this person operates now; none for somebody suspended."""
    if not is_in_good_standing(person):
        return SocialAccount.objects.none()
    now = timezone.now()
    operated = Operator.objects.at(now).filter(user=person).values("account")
    lasting = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    found = SocialAccount.objects.filter(lasting, pk__in=operated, status__in=MAY_PUBLISH)
    return found.select_related("unit").order_by("unit__path", "name", "pk")


def accounts_seen_by(person: User) -> QuerySet[SocialAccount]:
    """Accounts of the units this person sees."""
    found = SocialAccount.objects.filter(unit__in=units_seen_by(person))
    return found.select_related("unit", "owner", "deputy").order_by("name", "channel", "pk")


def operators_of(account: SocialAccount) -> QuerySet[Operator]:
    """Who may post from this account now."""
    held = account.operators.at(timezone.now())
    return held.select_related("user", "added_by").order_by("user__display_name", "pk")
