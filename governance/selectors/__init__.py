"""What others may look up here: the policy in force now. The other modules serve this app's own pages."""

from governance.selectors.in_force import (
    FIRST_APPLIES_FROM,
    InForce,
    Standing,
    edition_in_force,
    epoch,
    guidance_in_force,
    incidents_in_force,
    policy_line,
    read_edition,
    short_name,
    standing,
)
from governance.selectors.record import has_happened

__all__ = [
    "FIRST_APPLIES_FROM",
    "InForce",
    "Standing",
    "edition_in_force",
    "epoch",
    "guidance_in_force",
    "has_happened",
    "incidents_in_force",
    "policy_line",
    "read_edition",
    "short_name",
    "standing",
]
