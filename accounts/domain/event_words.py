"""How the record's events about people and accounts are said on a page."""

WORDS = {
    "account.requested": "Case made",
    "account.registered": "Entered in the register",
    "account.endorsed": "Endorsed by the SPOC",
    "account.supported": "Supported by the commander",
    "account.trained": "Training done",
    "account.approved": "Approved by DMC",
    "account.activated": "In use",
    "account.put-under-review": "Under review",
    "account.suspended": "Suspended",
    "account.closed": "Closed",
    "account.changed": "Entry changed",
    "account.operator-added": "Operator added",
    "account.operator-removed": "Operator removed",
    "person.added": "Added",
    "person.level-changed": "Level changed",
    "person.suspended": "Suspended",
    "person.reinstated": "Suspension ended",
    "person.signed-in": "Signed in",
    "person.signed-out": "Signed out",
    "person.sign-in-failed": "Sign-in failed",
    "person.turned-away": "Turned away",
    "appointment.made": "Appointed",
    "appointment.ended": "Appointment ended",
    "appointment.bypass-granted": "Urgent bypass granted",
    "appointment.bypass-withdrawn": "Urgent bypass withdrawn",
    "person.password-set": "Password set",
    "person.password-link-made": "Password link made",
}


def words_for(action: str) -> str:
    """Say what happened; an action not listed says its own name."""
    return WORDS.get(action) or action.partition(".")[2].replace("-", " ").capitalize()
