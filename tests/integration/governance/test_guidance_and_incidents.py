"""Guidance and incidents: who may, what it does, how it ends."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from governance import selectors
from governance.domain.rag import Rag, Release
from governance.models import AuditEvent
from governance.services import epoch, guidance, incidents
from governance.services.guidance import Advice
from governance.services.incidents import Scope
from governance.services.refusals import MovedOn
from tests.factories.people import person
from tests.factories.places import unit

pytestmark = [pytest.mark.django_db, pytest.mark.smoke]


def advice(**details: Any) -> Advice:
    now = timezone.now()
    told = {
        "title": "Fireworks",
        "advice": "Say nothing of who sold them.",
        "light": "amber",
        "release": "ask",
        "starts_at": now,
        "ends_at": now + timedelta(hours=2),
        "words": ["fireworks"],
    }
    return Advice(**told | details)


def test_published_guidance_is_in_force_until_its_end(press_bureau: Any) -> None:
    notice = guidance.publish(advice(unit_ids=[unit("camden").pk]), actor=press_bureau)
    (found,) = selectors.guidance_in_force()
    assert (found.slug, found.light, found.release, found.units) == ("fireworks", Rag.AMBER, Release.ASK, ("camden",))
    assert selectors.guidance_in_force(notice.ends_at) == ()


def test_withdrawn_guidance_is_in_force_no_more(press_bureau: Any, dmc_admin: Any) -> None:
    guidance.publish(advice(), actor=press_bureau)
    guidance.withdraw("fireworks", actor=dmc_admin)
    assert selectors.guidance_in_force() == ()
    with pytest.raises(MovedOn):
        guidance.withdraw("fireworks", actor=dmc_admin)


def test_two_notices_of_one_title_have_two_slugs(press_bureau: Any) -> None:
    assert [guidance.publish(advice(), actor=press_bureau).slug for _ in range(3)] == [
        "fireworks",
        "fireworks-2",
        "fireworks-3",
    ]


def test_guidance_moves_the_epoch_and_is_recorded(press_bureau: Any) -> None:
    before = selectors.epoch()
    guidance.publish(advice(), actor=press_bureau)
    guidance.withdraw("fireworks", actor=press_bureau)
    assert selectors.epoch() == before + 2
    assert set(AuditEvent.objects.filter(actor=press_bureau).values_list("action", flat=True)) >= {
        "guidance.published",
        "guidance.withdrawn",
    }


def test_the_epoch_moves_when_guidance_begins_and_when_it_ends(press_bureau: Any) -> None:
    later = timezone.now() + timedelta(hours=1)
    guidance.publish(advice(starts_at=later, ends_at=later + timedelta(hours=1)), actor=press_bureau)
    assert not epoch.keep_up()
    assert epoch.keep_up(later)
    assert epoch.keep_up(later + timedelta(hours=1))


@pytest.mark.parametrize("role", ["officer", "spoc", "communicator", "commander"])
def test_nobody_in_a_borough_publishes_guidance_or_declares_incidents(role: str) -> None:
    someone = person(role, "camden")
    with pytest.raises(PermissionDenied):
        guidance.publish(advice(), actor=someone)
    with pytest.raises(PermissionDenied):
        incidents.declare(Scope("gold", "Flood"), actor=someone)


@pytest.mark.parametrize("role", ["dmc-admin", "borough-support", "social-media-team", "press-bureau"])
def test_dmc_and_the_press_bureau_publish_guidance_and_declare_incidents(role: str) -> None:
    someone = person(role)
    guidance.publish(advice(), actor=someone)
    incidents.declare(Scope("gold", "Flood"), actor=someone)
    assert len(selectors.guidance_in_force()) == len(selectors.incidents_in_force()) == 1


def test_an_auditor_changes_nothing(auditor: Any) -> None:
    with pytest.raises(PermissionDenied):
        guidance.publish(advice(), actor=auditor)


def test_somebody_suspended_publishes_nothing(press_bureau: Any) -> None:
    press_bureau.suspended_at = timezone.now()
    with pytest.raises(PermissionDenied):
        guidance.publish(advice(), actor=press_bureau)


def test_an_incident_is_in_force_from_its_declaration_until_it_is_stood_down(
    social_media_team: Any, camden_officer: Any
) -> None:
    scope = Scope("major", "Fire", [unit("camden").pk], ["mastodon"], ["rtc-ksi"], [camden_officer.pk])
    incident = incidents.declare(scope, actor=social_media_team)
    (found,) = selectors.incidents_in_force()
    assert (found.title, found.boroughs, found.channels, found.topics) == (
        "Fire",
        ("camden",),
        ("mastodon",),
        ("rtc-ksi",),
    )
    assert found.allowed_people == (str(camden_officer.pk),)
    incidents.stand_down(incident.pk, actor=social_media_team)
    assert selectors.incidents_in_force() == ()
    with pytest.raises(MovedOn):
        incidents.stand_down(incident.pk, actor=social_media_team)


def test_incidents_move_the_epoch_and_are_recorded(social_media_team: Any) -> None:
    before = selectors.epoch()
    incident = incidents.declare(Scope("silver", "March"), actor=social_media_team)
    incidents.stand_down(incident.pk, actor=social_media_team)
    assert selectors.epoch() == before + 2
    actions = AuditEvent.objects.filter(object_type="incident", object_id=str(incident.pk)).order_by("pk")
    assert list(actions.values_list("action", flat=True)) == ["incident.declared", "incident.stood-down"]
