"""A verdict in the words of the page: what its light leads to, why, and how it could be greener.

Plain functions over a verdict, an edition and the situation it is read in. Nothing here decides anything.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from governance.domain.edition import Edition
from governance.domain.rag import Assessment, Finding, FindingKind, Rag, Release, most_cautious
from posts.domain.draft_content import DraftContent

QUOTED = re.compile(r'"([^"]*)"')
OTHER_TITLES = {
    FindingKind.NO_TOPIC: "No topic recognised",
    FindingKind.LANGUAGE: "A language the portal does not read",
    FindingKind.DISAGREEMENT: "The two readers disagree",
    FindingKind.LEVEL: "You are new here",
    FindingKind.FLOOR: "The account's own rule",
    FindingKind.GUIDANCE: "Guidance in force",
    FindingKind.REPOST: "Somebody else's words",
    FindingKind.COMPLAINT: "A complaint",
    FindingKind.INCIDENT: "An incident is in force",
    FindingKind.SUSPENSION: "Suspended",
}


@dataclass(frozen=True)
class Situation:
    """Who would hear of the post, and when it would go out.

    `decider` is "a Camden communicator"; `first_told` are the audiences the ladder tells at once, as a sentence names
    them ("all Camden communicators"); `goes_out` is "on Saturday 21 November at 08:00", or empty for at once.
    """

    decider: str
    on_duty: tuple[str, ...] = ()
    first_told: tuple[str, ...] = ()
    goes_out: str = ""

    @property
    def told(self) -> tuple[str, ...]:
        """Who hears of it first: by name where somebody is on duty."""
        return self.on_duty or self.first_told


def reasons(verdict: Assessment, edition: Edition) -> list[dict[str, Any]]:
    """The findings as numbered reasons, most cautious first; what is said twice shares a number (`repeated`)."""
    numbered: dict[object, int] = {}
    found = []
    ordered = sorted(verdict.findings, key=lambda one: (-one.release.severity, -one.rag.severity))
    for one in ordered:
        said_before = one.identity in numbered
        number = numbered.setdefault(one.identity, len(numbered) + 1)
        found.append(_reason(one, edition, number, said_before))
    return found


def _reason(one: Finding, edition: Edition, number: int, repeated: bool) -> dict[str, Any]:
    title = _title(one, edition)
    rest = one.reason.removeprefix(title).lstrip(":, ")
    words = QUOTED.sub(r"“\1”", rest[:1].upper() + rest[1:])
    return {
        "number": number,
        "rag": one.rag,
        "title": title,
        "reason": words if not words or words.endswith((".", "?", ")", "”")) else f"{words}.",
        "clause": one.clause,
        "advice": "" if one.rag is Rag.GREEN and one.release is Release.GO else one.advice,
        "start": one.start,
        "end": one.end,
        "part": one.part,
        "repeated": repeated,
    }


def _title(one: Finding, edition: Edition) -> str:
    if one.kind is FindingKind.TOPIC and one.slug in edition.topics:
        return edition.topics[one.slug].name
    if one.kind is FindingKind.CHECK and one.slug in edition.checks:
        return edition.checks[one.slug].name
    return OTHER_TITLES.get(one.kind, "")


def if_public(verdict: Assessment, edition: Edition, public: bool) -> tuple[Rag, Release]:
    """The light and the release that answering the public-domain question would lead to."""
    lights, releases = [], []
    for one in verdict.findings:
        topic = edition.topics.get(one.slug) if one.kind is FindingKind.TOPIC else None
        lights.append(topic.light(public) if topic else one.rag)
        releases.append(topic.release(public) if topic else one.release)
    return most_cautious(lights, Rag.AMBER), most_cautious(releases, Release.ASK)


def asks_about_public(verdict: Assessment, edition: Edition) -> bool:
    """Whether a topic is there whose light depends on the matter being public already."""
    named = (edition.topics[slug] for slug in verdict.topics if slug in edition.topics)
    return any(topic.depends_on_public_domain for topic in named)


def sub_line(verdict: Assessment, content: DraftContent, edition: Edition, now: Situation) -> str:
    """The first sentence under the light."""
    if verdict.release is Release.STOP:
        return f"Held: {_lower(_first_reason(verdict, Release.STOP))}"
    if verdict.amber_unless_public and if_public(verdict, edition, True)[0] is Rag.AMBER:
        asked = content.public_domain is None
        return "Amber if this is already public: is it?" if asked else "Amber once you say where it was made public"
    if verdict.release is Release.ASK:
        return "Not published until somebody approves it"
    out = f"Published {now.goes_out or 'at once'}"
    return f"{out}, and {named(now.told)} {is_or_are(now.told)} told" if _tells(verdict) else out


def what_happens(verdict: Assessment, now: Situation) -> str:
    """What sending it now would do: to what, by whom, by when."""
    if verdict.release is Release.STOP:
        return "It is not published. It is judged again when that ends. No approval releases it before."
    if verdict.release is Release.ASK:
        return f"It is not published. It waits for {now.decider} to decide. {_who_hears(now)}".strip()
    later = "It is judged once more at that moment. If the light gets worse, it waits and you are told."
    if _tells(verdict):
        return f"{_capital(named(now.told))} can withdraw it.{' ' + later if now.goes_out else ''}"
    return f"Nobody needs to approve it.{' ' + later if now.goes_out else ''}"


def send_label(verdict: Assessment | None, when: str) -> str:
    """What the button says: what sending means."""
    if when == "draft":
        return "Keep as a draft"
    if verdict is None or verdict.release is Release.ASK:
        return "Send for approval" if verdict else "Send"
    if verdict.release is Release.STOP:
        return "Send, to be held"
    if when == "later":
        return "Schedule and tell" if _tells(verdict) else "Schedule"
    return "Publish and tell" if _tells(verdict) else "Publish now"


def leads_to(release: Release) -> str:
    """What a release means, after "Becomes Amber: "."""
    return {
        Release.GO: "published at once",
        Release.TELL: "published at once, and the communicator is told",
        Release.ASK: "waits until somebody approves it",
        Release.STOP: "held until the stop ends",
    }[release]


def named(people: Iterable[str], most: int = 2) -> str:
    """Names in a row: "Farah Okonjo", "Farah Okonjo and Ben Laverick", "Farah Okonjo, Ben Laverick and 3 others"."""
    names = list(people)
    if len(names) > most:
        rest = len(names) - most
        return f"{', '.join(names[:most])} and {rest} other{'' if rest == 1 else 's'}"
    return " and ".join(names)


def is_or_are(people: Iterable[str]) -> str:
    """The verb that goes with `named`."""
    names = list(people)
    return "are" if len(names) > 1 or any(name.startswith("all ") for name in names) else "is"


def _who_hears(now: Situation) -> str:
    if now.on_duty:
        return f"{named(now.on_duty)} {is_or_are(now.on_duty)} on duty."
    return f"{_capital(named(now.told))} {is_or_are(now.told)} told at once." if now.told else ""


def _tells(verdict: Assessment) -> bool:
    return verdict.release is Release.TELL


def _first_reason(verdict: Assessment, release: Release) -> str:
    return next((one.reason for one in verdict.findings if one.release is release), "a stop is in force")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
