"""Load the demo: invented people, accounts, guidance, an incident, and weeks of posts."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.services.demo_cast import Cast, bring_in, hand_out, note_loaded, unit_ids
from governance import selectors as policy
from governance.services import guidance, incidents
from governance.services.policy import seed_editions
from posts.management.demo.story import history, today
from posts.management.demo.telling import tell

FIREWORKS = "Fireworks disorder"
CANAL = "Regent's Canal at Camden Lock"


class Command(BaseCommand):
    """Safe to run again: what is there stays as it is. Refused in service."""

    help = "Load the demo data, by the services a person would use."

    def handle(self, *args: Any, **options: Any) -> None:
        """Bring in the cast, tell what has been, declare what is in force, tell today."""
        if settings.SERVICE:
            raise CommandError("Demo data is not loaded in service. Use manage.py create_first_admin EMAIL.")
        if policy.has_happened("demo.loaded"):
            hand_out(settings.DEMO_PASSWORD)
            return
        now = timezone.now()
        seed_editions()
        cast = bring_in(settings.DEMO_PASSWORD)
        for one in history():
            tell(one, cast)
        _in_force(cast, now)
        for one in today():
            tell(one, cast)
        note_loaded()


def _in_force(cast: Cast, now: datetime) -> None:
    if not any(notice.title == FIREWORKS for notice in policy.guidance_in_force(now)):
        advice = guidance.Advice(
            title=FIREWORKS,
            advice="Say nothing about fireworks thrown at people or crews until the Press Bureau has spoken.",
            light="red",
            release="ask",
            starts_at=now - timedelta(hours=2),
            ends_at=now + timedelta(days=14),
            words=["fireworks", "firework"],
        )
        guidance.publish(advice, actor=cast.people["bureau@dmc.demo"])
    if not any(one.title == CANAL for one in policy.incidents_in_force(now)):
        scope = incidents.Scope(level="major", title=CANAL, unit_ids=unit_ids("camden-town"))
        incidents.declare(scope, actor=cast.people["bureau@dmc.demo"])
