"""The demo people, as the launcher shows them."""

PEOPLE = {
    "officer@camden.demo": "officer in a Camden ward: drafts and sends",
    "spoc@camden.demo": "Camden's SPOC: decides ambers, helps ward users",
    "communicator@camden.demo": "Camden's communicator: decides ambers and reds",
    "commander@camden.demo": "Camden's commander: sees who posts in their name",
    "officer@hackney.demo": "officer in a Hackney ward",
    "communicator@hackney.demo": "Hackney's communicator",
    "support@dmc.demo": "DMC Borough Support: decides for every borough",
    "social@dmc.demo": "DMC Social Media Team: corporate and specialist accounts",
    "bureau@dmc.demo": "24-hour Press Bureau: out of hours and major incidents",
    "admin@dmc.demo": "DMC admin: registry, policy, people",
    "auditor@dmc.demo": "auditor: reads everything, changes nothing",
}


def table(password: str) -> str:
    """Return the sign-ins as lines of text."""
    width = max(map(len, PEOPLE))
    rows = [f"  {email:<{width}}  {words}" for email, words in PEOPLE.items()]
    return "\n".join([f"Sign in as one of these, each with the password {password}", *rows])
