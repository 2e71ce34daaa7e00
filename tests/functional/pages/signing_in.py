"""The pages of signing in and of the second factor."""

from tests.functional.pages.doing import fill, knock, press, prove, send
from tests.functional.pages.state import State

SIGNING_IN = (
    State("account_login", "blank", "", "/account/login/"),
    State(
        "account_login",
        "wrong password",
        "",
        "/account/login/",
        (fill("Work e-mail address", "officer@camden.demo"), fill("Password", "wrong"), send),
        200,
    ),
    State("account_logout", "asks", "officer", "/account/logout/"),
    State("account_inactive", "turned away", "", "/account/inactive/"),
    State("account_signup", "closed", "officer", "/account/signup/", status=302),
    State("account_reauthenticate", "blank", "bureau", "/account/reauthenticate/"),
    State("account_change_password", "blank", "officer", "/account/password/change/"),
    State("account_change_password", "nothing typed", "officer", "/account/password/change/", (send,)),
    State("account_set_password", "blank", "keyless", "/account/password/set/"),
    State("account_reset_password", "blank", "", "/account/password/reset/"),
    State("account_reset_password", "nothing typed", "", "/account/password/reset/", (send,)),
    State("account_reset_password_done", "sent", "", "/account/password/reset/done/"),
    State("account_reset_password_from_key", "blank", "", "/{link}"),
    State("account_reset_password_from_key", "link used up", "", "/account/password/reset/key/1-1/"),
    State("account_reset_password_from_key_done", "done", "", "/account/password/reset/key/done/"),
    State("mfa_index", "none", "officer", "/account/2fa/"),
    State("mfa_index", "with an app", "bureau", "/account/2fa/"),
    State("mfa_activate_totp", "blank", "officer", "/account/2fa/totp/activate/", (prove,)),
    State(
        "mfa_activate_totp",
        "wrong code",
        "officer",
        "/account/2fa/totp/activate/",
        (prove, fill("code", "000000"), send),
    ),
    State("mfa_deactivate_totp", "asks", "bureau", "/account/2fa/totp/deactivate/", (prove,)),
    State("mfa_reauthenticate", "blank", "bureau", "/account/2fa/reauthenticate/"),
    State("mfa_view_recovery_codes", "shown", "bureau", "/account/2fa/recovery-codes/", (prove,)),
    State("mfa_generate_recovery_codes", "asks", "bureau", "/account/2fa/recovery-codes/generate/", (prove,)),
    State("mfa_authenticate", "blank", "", "/account/login/", (knock,)),
    State("mfa_authenticate", "wrong code", "", "/account/login/", (knock, fill("code", "000000"), press("Sign in"))),
)
