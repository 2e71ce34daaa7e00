"""What a person has been told."""

from django.db.models import QuerySet

from accounts.models import Notice, User


def notices_of(person: User) -> QuerySet[Notice]:
    """This person's notices, newest first."""
    return Notice.objects.filter(user=person).order_by("-created_at", "-pk")


def unread_notice_count(person: User) -> int:
    """How many of them they have not read."""
    return Notice.objects.filter(user=person, read_at__isnull=True).count()
