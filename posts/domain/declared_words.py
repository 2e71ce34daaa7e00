"""What an officer declared with a post, line by line, and which of it changed between two revisions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from governance.domain.edition import Edition
from posts.domain.draft_content import DraftContent
from posts.domain.moments import at_or_on

LINK = re.compile(r"https://[^\s<>\"']+")
LATE = {
    "publish": "If it is late, publish it all the same.",
    "reschedule": "If it is late, ask for a new time.",
    "expire": "If it is late, let it expire.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing declared. `links` are the https addresses found in the words."""

    key: str
    value: str
    note: str = ""
    links: tuple[str, ...] = field(default=())


def declared(content: DraftContent, edition: Edition, earliest_at: datetime | None, now: datetime) -> list[Line]:
    """Everything declared, in the order a decider doubts it."""
    lines = [_public(content), Line("Topics added", _topics(content, edition))]
    lines += [Line(_check(slug, edition), f"“{said}”") for slug, said in content.answers.items() if said]
    if content.sentenced_on:
        lines.append(
            Line("Sentenced", f"{content.sentenced_on:%A} {content.sentenced_on.day} {content.sentenced_on:%B %Y}")
        )
    if content.threat_to_life:
        lines.append(Line("Threat to life", "Yes, ticked by the author"))
    if earliest_at:
        lines.append(Line("When", f"{_upper(at_or_on(earliest_at, now))}", LATE.get(content.late_choice, "")))
    if content.in_reply_to:
        lines.append(Line("In reply to", content.in_reply_to, links=_links(content.in_reply_to)))
    if content.quoted_handle:
        lines.append(Line("Repeats", f"{content.quoted_handle}: “{content.quoted_text}”"))
    if content.note:
        lines.append(Line("Note to you", f"“{content.note}”"))
    return lines


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """What is declared otherwise than in the revision before, in words."""
    return [
        f"{name}: was {before[name] or 'nothing'}, is now {after[name] or 'nothing'}."
        for name in after
        if before.get(name, "") != after[name]
    ]


def in_short(content: DraftContent, edition: Edition, accounts: str) -> dict[str, str]:
    """What `changed` compares, in words."""
    return {
        "Accounts": accounts,
        "Already public": _public(content).value,
        "Topics added": _topics(content, edition),
        "Content warning": content.content_warning,
        "Time": content.wall_clock,
        "Pictures": "; ".join(f"“{one.alt}”" for one in content.pictures),
    }


def _public(content: DraftContent) -> Line:
    if content.public_domain is None:
        return Line("Already public?", "Not said")
    if not content.public_domain:
        return Line("Already public?", "No")
    return Line("Already public?", f"Yes. “{content.evidence}”", links=_links(content.evidence))


def _topics(content: DraftContent, edition: Edition) -> str:
    names = [edition.topics[slug].name if slug in edition.topics else slug for slug in content.declared_topics]
    return ", ".join(names) or "None beyond those recognised"


def _check(slug: str, edition: Edition) -> str:
    return edition.checks[slug].name if slug in edition.checks else slug


def _links(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.rstrip(".,;:!?)") for found in LINK.findall(words)))


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
