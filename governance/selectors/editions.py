"""Editions and switches, and an edition's tables as the policy page shows them."""

from dataclasses import dataclass

from django.db.models import QuerySet

from governance.domain.edition import Edition, Topic
from governance.domain.rag import Rag
from governance.models import Edition as EditionRow
from governance.models import EditionSwitch
from governance.selectors.words import RELEASES, people_called, rung

LADDERS = {
    "red": "Red",
    "amber-ask": "Amber that waits",
    "amber-tell": "Amber to acknowledge",
    "urgent": "Threat to life",
}


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic in a table: its lights, what happens, why, and who decides."""

    slug: str
    name: str
    light_public: Rag
    light_not_public: Rag
    release: str
    clause: str
    who_decides: str


def editions() -> QuerySet[EditionRow]:
    """Every edition there is, the newest of each first."""
    return EditionRow.objects.order_by("slug", "-number")


def switches_to_decide() -> QuerySet[EditionSwitch]:
    """Proposed switches that nobody has approved yet, the oldest first."""
    return EditionSwitch.objects.filter(approved_at__isnull=True).select_related("edition", "author").order_by("pk")


def switches_decided() -> QuerySet[EditionSwitch]:
    """Approved switches, the one that applies last first."""
    decided = EditionSwitch.objects.filter(approved_at__isnull=False)
    return decided.select_related("edition", "author", "approver").order_by("-applies_from", "-pk")


def switch_to_read(pk: int) -> EditionSwitch | None:
    """One switch with its edition and its people."""
    return EditionSwitch.objects.select_related("edition", "author", "approver").filter(pk=pk).first()


def topic_rows(edition: Edition) -> list[TopicRow]:
    """Every topic, the most cautious first, in the order of the edition within a light."""
    rows = [_row(edition, topic) for topic in edition.topics.values()]
    return sorted(rows, key=lambda row: (-row.light_not_public.severity, -row.light_public.severity))


def ladder_tables(edition: Edition) -> list[dict[str, object]]:
    """Each ladder with its rungs in and out of hours, in words."""
    return [
        {
            "name": name,
            "in_hours": [rung(step) for step in edition.ladders[slug].in_hours],
            "out_of_hours": [rung(step) for step in edition.ladders[slug].out_of_hours],
        }
        for slug, name in LADDERS.items()
    ]


def _row(edition: Edition, topic: Topic) -> TopicRow:
    light = topic.light_not_public
    table = edition.deciders["red" if light is Rag.RED else "amber"]
    deciders = [role for role in table if edition.may_decide(light, [topic.slug], role)]
    return TopicRow(
        slug=topic.slug,
        name=topic.name,
        light_public=topic.light_public,
        light_not_public=light,
        release=RELEASES[topic.release(public=True)],
        clause=topic.clause,
        who_decides="Nobody needs to" if light is Rag.GREEN else people_called(deciders),
    )
