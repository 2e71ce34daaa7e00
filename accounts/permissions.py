"""The names of what a person may do with people, units and accounts."""

from enum import StrEnum


class AccountPermission(StrEnum):
    """Every permission of the people's room. The string is what `rules.has_perm` is asked."""

    POST_FROM = "accounts.post_from_account"
    SEE_REGISTER = "accounts.see_register"
    REQUEST = "accounts.request_account"
    ADMINISTER = "accounts.administer_accounts"
    ADMINISTER_PEOPLE = "accounts.administer_people"
    SEE_PEOPLE = "accounts.see_people"
    ENDORSE = "accounts.endorse_account"
    SUPPORT = "accounts.support_account"
    GRANT_BYPASS = "accounts.grant_bypass"
