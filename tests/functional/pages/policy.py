"""Guidance, incidents, policy, the record, and the seals."""

from tests.functional.pages.doing import fill, send, unfold
from tests.functional.pages.state import State

GOVERNANCE = (
    State("guidance", "none", "officer", "/guidance/", world="empty"),
    State("guidance", "in force", "bureau", "/guidance/"),
    State("guidance_new", "blank", "bureau", "/guidance/new"),
    State("guidance_new", "nothing typed", "bureau", "/guidance/new", (send,), 422),
    State("guidance_new", "not yours", "officer", "/guidance/new", status=403),
    State("incidents", "none", "officer", "/incidents/", world="empty"),
    State("incidents", "in force and ended", "bureau", "/incidents/"),
    State("incident_new", "blank", "bureau", "/incidents/new", (unfold,)),
    State("incident_new", "nothing typed", "bureau", "/incidents/new", (send,), 422),
    State("incident_stand_down", "asks", "bureau", "/incidents/{incident}/stand-down"),
    State(
        "incident_stand_down",
        "wrong password",
        "bureau",
        "/incidents/{incident}/stand-down",
        (fill("Your password", "wrong"), send),
        422,
    ),
    State("policy", "as shipped", "officer", "/policy/", world="empty"),
    State("policy", "with a switch proposed", "admin", "/policy/"),
    State("policy_edition", "another", "admin", "/policy/editions/{edition}"),
    State("policy_switch_new", "blank", "admin", "/policy/switches/new"),
    State("policy_switch_new", "no time", "admin", "/policy/switches/new", (fill("Applies from", ""), send), 422),
    State("policy_switch", "to approve", "admin", "/policy/switches/{switch}"),
    State("record", "full", "auditor", "/record/"),
    State("record", "nothing fits", "auditor", "/record/?type=zebra"),
    State("record_event", "sealed", "auditor", "/record/{event}"),
    State("seals", "none", "", "/seals/", world="empty"),
    State("seals", "full", "", "/seals/"),
    State("accessibility", "statement", "", "/accessibility/"),
)
