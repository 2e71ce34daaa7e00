"""What a process does before its first request or task, so that nobody waits: the policy read, its words sorted."""

from django.conf import settings

from governance.domain.classifier import classify
from governance.domain.declaration import Declaration
from governance.domain.policy import shipped_edition


def warm_up() -> None:
    """Build the tables of the edition that ships; the database is not asked."""
    classify("Good morning", Declaration(), shipped_edition(settings.EDITION_AT_FIRST))
