"""The places the portal starts with: London's boroughs, DMC's teams, the demo's wards and specialist units."""

from typing import NamedTuple


class Place(NamedTuple):
    """One unit to be: its slug, its name, its kind, and the slug above it."""

    slug: str
    name: str
    kind: str
    above: str


def slug_of(name: str) -> str:
    """The slug of a place: its name in lower case with hyphens."""
    return name.lower().replace(" ", "-")


BOROUGHS = (
    "Barking and Dagenham",
    "Barnet",
    "Bexley",
    "Brent",
    "Bromley",
    "Camden",
    "Croydon",
    "Ealing",
    "Enfield",
    "Greenwich",
    "Hackney",
    "Hammersmith and Fulham",
    "Haringey",
    "Harrow",
    "Havering",
    "Hillingdon",
    "Hounslow",
    "Islington",
    "Kensington and Chelsea",
    "Kingston upon Thames",
    "Lambeth",
    "Lewisham",
    "Merton",
    "Newham",
    "Redbridge",
    "Richmond upon Thames",
    "Southwark",
    "Sutton",
    "Tower Hamlets",
    "Waltham Forest",
    "Wandsworth",
    "Westminster",
)
WARDS = {
    "camden": (
        "Kentish Town",
        "Camden Town",
        "Haverstock",
        "Gospel Oak",
        "Hampstead Town",
        "Primrose Hill",
        "St Pancras",
        "Cantelowes",
    ),
    "hackney": ("Dalston", "Clissold", "Hoxton East", "Homerton", "Stoke Newington", "London Fields"),
}
SPECIALISTS = ("Mounted Branch", "Roads Policing")
TEAMS = ("Borough Support", "Social Media Team", "Press Bureau")

FORCE = (
    Place("met", "Metropolitan Police", "force", ""),
    Place("dmc", "Directorate of Media and Communication", "dmc", "met"),
    *(Place(slug_of(name), name, "team", "dmc") for name in TEAMS),
    *(Place(slug_of(name), name, "specialist", "met") for name in SPECIALISTS),
    *(Place(slug_of(name), name, "borough", "met") for name in BOROUGHS),
)
DEMO_WARDS = tuple(Place(slug_of(name), name, "ward", borough) for borough, names in WARDS.items() for name in names)
TRUSTED = (
    ("metpoliceuk", "corporate"),
    ("CO11metpolice", "corporate"),
    ("metpolicevents", "corporate"),
    ("camdencouncil", "council"),
    ("hackneycouncil", "council"),
)
TRUSTED_ON = ("noticeboard", "mastodon", "x")
