"""Handles whose posts may be repeated."""

from django.db.models import QuerySet
from django.db.models.functions import Lower

from accounts.domain.handles import plain_handle
from accounts.models import TrustedHandle


def is_trusted_handle(channel: str, handle: str) -> bool:
    """Tell whether the register lists this handle on this channel; case and the at-sign do not count."""
    return TrustedHandle.objects.filter(channel=channel, handle=plain_handle(handle)).exists()


def trusted_handles() -> QuerySet[TrustedHandle]:
    """Every trusted handle, by channel and name."""
    return TrustedHandle.objects.select_related("added_by").order_by("channel", Lower("handle"), "pk")
