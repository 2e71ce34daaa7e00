"""The places the portal starts with."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.management import call_command

from accounts import selectors
from accounts.models import Unit
from governance.models import AuditEvent

pytestmark = pytest.mark.django_db


def test_seeding_twice_adds_nothing_the_second_time() -> None:
    call_command("seed_places")
    events = AuditEvent.objects.count()

    call_command("seed_places")

    assert AuditEvent.objects.count() == events
    assert Unit.objects.filter(kind="borough").count() == 32


def test_every_unit_works_the_hours_of_the_force_and_rests_on_bank_holidays() -> None:
    call_command("seed_places")
    ward = Unit.objects.get(slug="kentish-town")

    assert selectors.in_hours(ward, datetime(2026, 11, 20, 9, tzinfo=UTC))
    assert not selectors.in_hours(ward, datetime(2026, 12, 28, 9, tzinfo=UTC))
    assert selectors.next_working_morning(ward, datetime(2026, 12, 24, 19, tzinfo=UTC)).day == 29


def test_the_forces_own_handles_are_trusted_however_they_are_written() -> None:
    call_command("seed_places")

    assert selectors.is_trusted_handle("x", "@MetPoliceUK")
    assert not selectors.is_trusted_handle("x", "metpoliceuk2")


def test_in_service_no_demo_wards_are_laid_down(settings: Any) -> None:
    settings.SERVICE = True

    call_command("seed_places")

    assert not Unit.objects.filter(kind="ward").exists()
