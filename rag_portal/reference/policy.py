"""The shipped editions as one table."""

from governance.domain.edition import Edition, Topic
from governance.domain.policy import SHIPPED, shipped_edition
from rag_portal.reference.workflow import NOTE


def editions() -> str:
    """Every topic with its light in each shipped edition, and who decides."""
    shipped = [shipped_edition(slug) for slug in SHIPPED]
    slugs = list(dict.fromkeys(slug for edition in shipped for slug in edition.topics))
    lines = ["# The shipped editions", "", NOTE, "An asterisk: Red unless already in the public domain.", ""]
    lines += ["| topic | " + " | ".join(edition.slug for edition in shipped) + " |", "|---" * (len(shipped) + 1) + "|"]
    lines += [_row(slug, shipped) for slug in sorted(slugs)]
    lines += ["", "## Who decides", "", "| edition | Amber | Red |", "|---|---|---|"]
    lines += [
        f"| {one.slug} | {', '.join(one.deciders['amber'])} | {', '.join(one.deciders['red'])} |" for one in shipped
    ]
    return "\n".join(lines) + "\n"


def _row(slug: str, shipped: list[Edition]) -> str:
    return f"| {slug} | " + " | ".join(_light(edition.topics.get(slug)) for edition in shipped) + " |"


def _light(topic: Topic | None) -> str:
    if topic is None:
        return "–"
    star = "*" if topic.depends_on_public_domain else ""
    return f"{topic.light_public.capitalize()}{star}, {topic.release_public}"
