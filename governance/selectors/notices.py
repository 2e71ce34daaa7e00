"""Guidance and incidents as the pages list them."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from governance.models import GuidanceNotice, Incident


def guidance_standing(at: datetime | None = None) -> QuerySet[GuidanceNotice]:
    """Guidance in force or still to begin, the one that ends first first."""
    rows = GuidanceNotice.objects.filter(withdrawn_at__isnull=True, ends_at__gt=at or timezone.now())
    return rows.select_related("author").prefetch_related("units", "accounts").order_by("ends_at", "pk")


def guidance_ended(at: datetime | None = None, most: int = 20) -> QuerySet[GuidanceNotice]:
    """The guidance that ended last."""
    over = Q(withdrawn_at__isnull=False) | Q(ends_at__lte=at or timezone.now())
    return GuidanceNotice.objects.filter(over).select_related("author").order_by("-ends_at", "-pk")[:most]


def incidents_standing() -> QuerySet[Incident]:
    """Incidents in force, the newest first."""
    rows = Incident.objects.filter(stood_down_at__isnull=True).select_related("declared_by")
    return rows.prefetch_related("units", "speakers").order_by("-declared_at", "-pk")


def incidents_ended(most: int = 20) -> QuerySet[Incident]:
    """The incidents stood down last."""
    rows = Incident.objects.filter(stood_down_at__isnull=False).select_related("declared_by", "stood_down_by")
    return rows.order_by("-stood_down_at", "-pk")[:most]
