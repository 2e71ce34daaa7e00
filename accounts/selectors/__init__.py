"""What can be looked up about people, units and accounts. Where a person is named, only what they may see is found."""

from accounts.selectors.appointments import audience, person_line, role_holders, roles_for
from accounts.selectors.handles import is_trusted_handle, trusted_handles
from accounts.selectors.history import life_of
from accounts.selectors.hours import in_hours, next_working_morning
from accounts.selectors.notices import notices_of, unread_notice_count
from accounts.selectors.people import (
    an_active_dmc_admin_exists,
    appointments_of,
    appointments_seen_by,
    appointments_shown_to,
    people_found,
    people_seen_by,
    person_called,
)
from accounts.selectors.register import (
    accounts_operated_by,
    accounts_seen_by,
    accounts_to_post_from,
    counts_by_view,
    flags_of,
    moves_from,
    operators_of,
    register_of,
    rows_of,
)
from accounts.selectors.units import units_decided_by, units_seen_by, units_worked_in_by

__all__ = [
    "accounts_operated_by",
    "accounts_seen_by",
    "accounts_to_post_from",
    "an_active_dmc_admin_exists",
    "appointments_of",
    "appointments_seen_by",
    "appointments_shown_to",
    "audience",
    "counts_by_view",
    "flags_of",
    "in_hours",
    "is_trusted_handle",
    "life_of",
    "moves_from",
    "next_working_morning",
    "notices_of",
    "operators_of",
    "people_found",
    "people_seen_by",
    "person_called",
    "person_line",
    "register_of",
    "role_holders",
    "roles_for",
    "rows_of",
    "trusted_handles",
    "units_decided_by",
    "units_seen_by",
    "units_worked_in_by",
    "unread_notice_count",
]
