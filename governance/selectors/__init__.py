"""What others may look up here: the policy in force now; and, for this app's own pages, notices, editions and the record."""

from governance.selectors.in_force import (
    FIRST_APPLIES_FROM,
    InForce,
    edition_in_force,
    epoch,
    guidance_in_force,
    incidents_in_force,
    policy_line,
    read_edition,
    short_name,
)

__all__ = [
    "FIRST_APPLIES_FROM",
    "InForce",
    "edition_in_force",
    "epoch",
    "guidance_in_force",
    "incidents_in_force",
    "policy_line",
    "read_edition",
    "short_name",
]
