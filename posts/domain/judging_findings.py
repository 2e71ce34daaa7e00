"""Findings that are not about the words: the author's level, the account's floor, guidance, incidents, suspensions,
pictures (rag-policy: "From findings to a light and a release")."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from governance.domain.edition import Edition
from governance.domain.guidance import Notice, guidance_findings
from governance.domain.incident import IncidentLevel, IncidentScope, incident_finding
from governance.domain.rag import Assessment, Finding, FindingKind, Rag, Release
from posts.domain.draft_content import NEED_A_NOTE, DraftContent


@dataclass(frozen=True)
class Circumstances:
    """Who posts, where and when: everything a verdict needs beside the content and the edition."""

    author: str
    level: str
    author_may_post: bool
    units: tuple[str, ...]
    channels: tuple[str, ...]
    accounts: tuple[str, ...]
    floors: tuple[str, ...]
    stopped: tuple[str, ...]
    not_theirs: tuple[str, ...]
    corporate: bool
    guidance: tuple[Notice, ...]
    incidents: tuple[IncidentScope, ...]


def findings_beside_the_text(
    content: DraftContent, verdict: Assessment, around: Circumstances, edition: Edition
) -> tuple[Finding, ...]:
    """Return every further finding, in the order people read them: stops, guidance, person, account, pictures."""
    return (
        *_stops(verdict, around),
        *_guidance(content, around),
        *_level(around, edition),
        *_floor(around),
        *_pictures(content, edition),
    )


def _stops(verdict: Assessment, around: Circumstances) -> Iterator[Finding]:
    if not around.author_may_post:
        yield _stop("person", "The author is suspended, so nothing of theirs goes out")
    for name in around.stopped:
        yield _stop("account", f"{name} is not active, so nothing goes out from it")
    for name in around.not_theirs:
        yield _stop("operator", f"The author may not post from {name} any more")
    for incident in around.incidents:
        covered = incident.covers(around.units, around.channels, verdict.topics)
        stops = incident.stops(corporate=around.corporate, shares_corporate=False, author=around.author)
        if incident.level is IncidentLevel.MAJOR and covered and stops:
            yield incident_finding(incident)


def _stop(slug: str, reason: str) -> Finding:
    clause = "suspension, A&S protocol special cases"
    return Finding(FindingKind.SUSPENSION, slug, Rag.GREEN, Release.STOP, None, None, clause, reason)


def _guidance(content: DraftContent, around: Circumstances) -> tuple[Finding, ...]:
    """One finding for each notice, at the first text it touches: parts, texts for one channel, words beside them."""
    notices = [one for one in around.guidance if one.covers(around.units, around.accounts)]
    found: dict[str, Finding] = {}
    for part, text in enumerate((*content.texts(), *content.texts_beside())):
        for one in guidance_findings(text, [notice for notice in notices if notice.slug not in found]):
            found[one.slug] = replace(one, part=part)
    return tuple(found.values())


def _level(around: Circumstances, edition: Edition) -> Iterator[Finding]:
    if around.level == "probation":
        levels = edition.levels
        reason = (
            f"You are new here: until {levels.probation_days} days and {levels.probation_posts} published posts "
            "have passed without correction, a person reads each post first"
        )
        yield Finding(FindingKind.LEVEL, "probation", Rag.AMBER, Release.ASK, None, None, "2012 §8", reason)


def _floor(around: Circumstances) -> Iterator[Finding]:
    for floor in sorted(set(around.floors) - {"green"}):
        reason = f"This account is set so that nothing from it is less than {floor.capitalize()}"
        yield Finding(FindingKind.FLOOR, floor, Rag(floor), Release.ASK, None, None, "account register", reason)


def _pictures(content: DraftContent, edition: Edition) -> Iterator[Finding]:
    check = edition.checks.get("image-without-authority")
    for number, picture in enumerate(content.pictures, start=1):
        unclear = picture.authority in ("", "unknown")
        if check and (unclear or (picture.authority in NEED_A_NOTE and not picture.note.strip())):
            reason = f"Nobody is named who agreed to the use of picture {number}"
            advice = "Say who agreed to its use, or leave the picture out"
            light = check.light
            yield Finding(FindingKind.CHECK, check.slug, light, Release.ASK, None, None, check.clause, reason, advice)
