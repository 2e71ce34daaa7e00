"""The invented people and accounts of the demo: who they are, where they serve, what they post from."""

from typing import NamedTuple


class Person(NamedTuple):
    """One invented person and their appointment."""

    email: str
    name: str
    role: str
    unit: str
    level: str = "standard"
    head_on_call: bool = False


class Account(NamedTuple):
    """One invented account; `operators` are e-mail addresses, `connected` whether the demo can publish to it."""

    unit: str
    channel: str
    kind: str
    name: str
    handle: str
    operators: tuple[str, ...] = ()
    why: str = ""


OFFICER, SPOC = "officer@camden.demo", "spoc@camden.demo"
HACKNEY, SOCIAL = "officer@hackney.demo", "social@dmc.demo"

PEOPLE = (
    Person(OFFICER, "PC Imran Sadler", "officer", "camden"),
    Person(SPOC, "Sgt Dele Ogunbanjo", "spoc", "camden", "trusted"),
    Person("communicator@camden.demo", "Farah Okonjo", "communicator", "camden"),
    Person("commander@camden.demo", "Ch Supt Rhian Pascoe", "commander", "camden"),
    Person(HACKNEY, "PC Hollie Marchetti", "officer", "hackney", "probation"),
    Person("communicator@hackney.demo", "Ben Laverick", "communicator", "hackney"),
    Person("support@dmc.demo", "Tomasz Wren", "borough-support", "borough-support", head_on_call=True),
    Person(SOCIAL, "Niamh Kerrigan", "social-media-team", "social-media-team"),
    Person("bureau@dmc.demo", "Ruaridh Bell", "press-bureau", "press-bureau"),
    Person("admin@dmc.demo", "Ffion Prosser", "dmc-admin", "dmc"),
    Person("auditor@dmc.demo", "Kit Adeyinka", "auditor", "dmc"),
)
ACCOUNTS = (
    Account("camden", "noticeboard", "borough", "Camden Police", "camden", (OFFICER, SPOC), "Residents of the borough"),
    Account("kentish-town", "noticeboard", "ward", "Kentish Town Police", "kentish-town", (OFFICER, SPOC)),
    Account("camden-town", "noticeboard", "ward", "Camden Town Police", "camden-town", (OFFICER, SPOC)),
    Account("gospel-oak", "noticeboard", "ward", "Gospel Oak Police", "gospel-oak", (SPOC,)),
    Account("kentish-town", "x", "ward", "Kentish Town Police", "KentishTown_RP", (OFFICER,)),
    Account("camden", "facebook", "borough", "Camden Police", "CamdenPoliceRP", (SPOC,)),
    Account("haverstock", "bluesky", "ward", "Haverstock Police", "haverstock.example", ()),
    Account("camden", "mastodon", "borough", "Camden Police", "camden@social.example", (SPOC,)),
    Account("hackney", "noticeboard", "borough", "Hackney Police", "hackney", (HACKNEY,)),
    Account("dalston", "noticeboard", "ward", "Dalston Police", "dalston", (HACKNEY,)),
    Account("met", "noticeboard", "corporate", "Metropolitan Police demo", "met", (SOCIAL,), "All of London"),
    Account("roads-policing", "noticeboard", "specialist", "Roads Policing", "roads-policing", (SOCIAL,)),
)
