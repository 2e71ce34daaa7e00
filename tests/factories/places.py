"""Units by slug: made with the ones above them the first time somebody asks."""

from accounts.models import Unit
from accounts.services import units

BOROUGH_WARDS = {"kentish-town": "camden", "camden-town": "camden", "dalston": "hackney", "clissold": "hackney"}
TEAMS = ("borough-support", "social-media-team", "press-bureau")
SPECIALISTS = ("mounted-branch", "roads-policing")


def unit(slug: str) -> Unit:
    """Return the unit called this; a slug not named above is a borough."""
    return Unit.objects.filter(slug=slug).first() or _make(slug)


def _make(slug: str) -> Unit:
    kind, above = _place(slug)
    parent = unit(above) if above else None
    return units.create_unit(slug=slug, name=_name(slug), kind=kind, parent=parent, actor=None)


def _place(slug: str) -> tuple[str, str]:
    if slug == "met":
        return "force", ""
    if slug in BOROUGH_WARDS:
        return "ward", BOROUGH_WARDS[slug]
    if slug in TEAMS:
        return "team", "dmc"
    kinds = {"dmc": "dmc"} | dict.fromkeys(SPECIALISTS, "specialist")
    return kinds.get(slug, "borough"), "met"


def _name(slug: str) -> str:
    return {"met": "Metropolitan Police", "dmc": "DMC"}.get(slug, slug.replace("-", " ").title())
