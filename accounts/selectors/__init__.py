"""What can be looked up about people, units and accounts. Where a person is named, only what they may see is found."""

from accounts.selectors.appointments import audience, person_line, role_holders, roles_for
from accounts.selectors.handles import is_trusted_handle
from accounts.selectors.hours import in_hours, next_working_morning
from accounts.selectors.notices import notices_of, unread_notice_count
from accounts.selectors.people import an_active_dmc_admin_exists, appointments_of, people_seen_by, person_called
from accounts.selectors.register import accounts_seen_by, accounts_to_post_from, operators_of
from accounts.selectors.units import units_decided_by, units_seen_by

__all__ = [
    "accounts_seen_by",
    "accounts_to_post_from",
    "an_active_dmc_admin_exists",
    "appointments_of",
    "audience",
    "in_hours",
    "is_trusted_handle",
    "next_working_morning",
    "notices_of",
    "operators_of",
    "people_seen_by",
    "person_called",
    "person_line",
    "role_holders",
    "roles_for",
    "units_decided_by",
    "units_seen_by",
    "unread_notice_count",
]
