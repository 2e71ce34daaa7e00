"""Editions: seeded once, switched by two people, in force from their moment."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from governance import selectors, tasks
from governance.domain.policy import parse_edition, shipped_edition
from governance.models import AuditEvent, Edition, EditionSwitch
from governance.services import epoch, policy
from governance.services.refusals import MovedOn
from tests.factories.people import person

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def seeded() -> None:
    policy.seed_editions()


def edition(slug: str) -> Edition:
    return Edition.objects.get(slug=slug)


@pytest.mark.smoke
def test_seeding_twice_brings_each_edition_in_once() -> None:
    call_command("seed_policy", verbosity=0)
    call_command("seed_policy", verbosity=0)
    assert sorted(Edition.objects.values_list("slug", flat=True)) == ["mps-2012", "mps-2016", "mps-union"]
    assert EditionSwitch.objects.count() == 1


def test_a_stored_edition_says_for_itself_what_it_says(seeded: None) -> None:
    row = edition("mps-union")
    assert parse_edition(row.source, row.fragments.__getitem__).text_digest == row.digest


def test_every_edition_brought_in_is_recorded(seeded: None) -> None:
    assert AuditEvent.objects.filter(action="edition.brought-in", actor_kind="portal").count() >= 3


def test_the_first_edition_is_in_force_from_the_second_of_november(seeded: None) -> None:
    in_force = selectors.edition_in_force(datetime(2026, 11, 2, tzinfo=LONDON))
    assert (in_force.slug, in_force.edition) == ("mps-union", shipped_edition("mps-union"))
    assert selectors.policy_line() == "MPS union, from 2 November 2026"


@pytest.mark.smoke
def test_without_any_row_the_shipped_edition_is_in_force() -> None:
    EditionSwitch.objects.all().delete()
    assert selectors.edition_in_force().slug == "mps-union"


def test_a_switch_applies_from_its_moment_and_not_before(seeded: None, dmc_admin: Any) -> None:
    noon = timezone.now() + timedelta(hours=1)
    switch = policy.propose_switch(actor=dmc_admin, edition_id=edition("mps-2012").pk, applies_from=noon)
    policy.approve_switch(actor=person("dmc-admin"), switch_id=switch.pk)
    assert selectors.edition_in_force(noon - timedelta(seconds=1)).slug == "mps-union"
    assert selectors.edition_in_force(noon).slug == "mps-2012"


def test_a_proposed_switch_that_nobody_approved_changes_nothing(seeded: None, dmc_admin: Any) -> None:
    policy.propose_switch(actor=dmc_admin, edition_id=edition("mps-2012").pk, applies_from=timezone.now())
    assert selectors.edition_in_force(timezone.now() + timedelta(days=1)).slug == "mps-union"


def test_a_switch_cannot_be_approved_by_its_author(seeded: None, dmc_admin: Any) -> None:
    switch = policy.propose_switch(actor=dmc_admin, edition_id=edition("mps-2012").pk, applies_from=timezone.now())
    with pytest.raises(PermissionDenied):
        policy.approve_switch(actor=dmc_admin, switch_id=switch.pk)


def test_a_switch_is_approved_once(seeded: None, dmc_admin: Any) -> None:
    switch = policy.propose_switch(actor=dmc_admin, edition_id=edition("mps-2012").pk, applies_from=timezone.now())
    policy.approve_switch(actor=person("dmc-admin"), switch_id=switch.pk)
    with pytest.raises((PermissionDenied, MovedOn)):
        policy.approve_switch(actor=person("dmc-admin"), switch_id=switch.pk)


@pytest.mark.parametrize("role", ["officer", "communicator", "commander", "press-bureau", "auditor"])
def test_only_a_dmc_admin_proposes_a_switch(seeded: None, role: str) -> None:
    someone = person(role, "camden") if role in ("officer", "communicator", "commander") else person(role)
    with pytest.raises(PermissionDenied):
        policy.propose_switch(actor=someone, edition_id=edition("mps-2012").pk, applies_from=timezone.now())


def test_a_switch_proposed_for_the_past_applies_from_now(seeded: None, dmc_admin: Any) -> None:
    before = timezone.now()
    switch = policy.propose_switch(
        actor=dmc_admin, edition_id=edition("mps-2012").pk, applies_from=before - timedelta(days=9)
    )
    assert switch.applies_from >= before


def test_an_approved_switch_moves_the_epoch_and_is_recorded(seeded: None, dmc_admin: Any) -> None:
    switch = policy.propose_switch(actor=dmc_admin, edition_id=edition("mps-2012").pk, applies_from=timezone.now())
    before, approver = selectors.epoch(), person("dmc-admin")
    policy.approve_switch(actor=approver, switch_id=switch.pk)
    assert selectors.epoch() > before
    assert AuditEvent.objects.filter(action="edition-switch.approved", actor=approver).exists()


def test_the_epoch_moves_when_an_approved_switch_begins_to_apply(seeded: None, dmc_admin: Any) -> None:
    noon = timezone.now() + timedelta(hours=1)
    switch = policy.propose_switch(actor=dmc_admin, edition_id=edition("mps-2012").pk, applies_from=noon)
    policy.approve_switch(actor=person("dmc-admin"), switch_id=switch.pk)
    before = selectors.epoch()
    assert not epoch.keep_up()
    assert epoch.keep_up(noon)
    assert not epoch.keep_up(noon + timedelta(seconds=1))
    assert selectors.epoch() == before + 1


def test_an_edition_that_does_not_ship_is_read_from_its_row(seeded: None, dmc_admin: Any) -> None:
    shipped = edition("mps-2012")
    source = shipped.source.replace('slug = "mps-2012"', 'slug = "our-own"')
    digest = parse_edition(source, shipped.fragments.__getitem__).text_digest
    now = timezone.now()
    ours = Edition.objects.create(
        slug="our-own", name="Ours", source=source, fragments=shipped.fragments, digest=digest, created_at=now
    )
    switch = policy.propose_switch(actor=dmc_admin, edition_id=ours.pk, applies_from=now)
    policy.approve_switch(actor=person("dmc-admin"), switch_id=switch.pk)
    in_force = selectors.edition_in_force()
    assert (in_force.slug, in_force.edition.slug, in_force.digest) == ("our-own", "our-own", digest)
    assert selectors.edition_in_force().edition is in_force.edition


def test_the_doorbell_moves_the_epoch_with_the_clock(seeded: None) -> None:
    epoch.keep_up()
    before = selectors.epoch()
    tasks.move_with_the_clock()
    assert selectors.epoch() == before
