"""What the forms offer: units, channels, topics and people. Other apps' tables are reached through our own columns."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model, QuerySet

from governance.models import GuidanceNotice
from governance.selectors.in_force import edition_in_force


def units_to_choose() -> QuerySet[Model]:
    """The boroughs and the corporate and specialist units in use; a borough covers its wards."""
    units = _related("units")._default_manager.filter(is_active=True)
    return units.exclude(kind__in=["ward", "force"]).order_by("kind", "name")


def channels_in_use() -> list[tuple[str, str]]:
    """The channels that some account is on."""
    found = _related("accounts")._default_manager.order_by("channel").values_list("channel", flat=True).distinct()
    return [(channel, channel.capitalize()) for channel in found]


def topics_to_choose() -> list[tuple[str, str]]:
    """The topics of the edition in force."""
    return [(topic.slug, topic.name) for topic in edition_in_force().edition.topics.values()]


def people_by_email(addresses: Iterable[str]) -> dict[str, AbstractBaseUser]:
    """The active people with these addresses."""
    wanted = [address.lower() for address in addresses]
    return {person.email: person for person in get_user_model().objects.filter(email__in=wanted, is_active=True)}


def _related(field: str) -> type[Model]:
    model = GuidanceNotice._meta.get_field(field).related_model
    assert isinstance(model, type) and issubclass(model, Model)
    return model
