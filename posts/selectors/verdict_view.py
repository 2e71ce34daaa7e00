"""A verdict as the pages show it: the panel, with the people it names and the ladder it would climb."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from accounts import selectors as people
from governance.domain.edition import Edition
from governance.domain.escalation import Ladder, Step, ladder_for
from governance.domain.rag import Assessment, Release
from posts.domain import ladder_words, wall_clock
from posts.domain import verdict_words as words
from posts.domain.draft_content import DraftContent
from posts.domain.moments import at_or_on
from posts.selectors.waiting import ladder_ahead

if TYPE_CHECKING:
    from accounts.models import Unit

Errors = Mapping[str, str]
EMPTY = {"rag": "", "sub": "Write something and its light appears here."}
TOO_LONG = {"rag": "", "headline": "Too long to read", "sub": "10,000 characters is the longest the portal reads."}
QUESTION_HINT = "On the force’s site, by the press office or in open court. A rumour elsewhere does not count."


def panel(
    verdict: Assessment,
    content: DraftContent,
    edition: Edition,
    unit: "Unit",
    at: datetime,
    errors: Errors | None = None,
) -> dict[str, Any]:
    """The verdict on a draft of this unit, as components/_verdict.html takes it. Nothing written: no light yet."""
    if content.is_blank:
        return dict(EMPTY)
    in_hours = people.in_hours(unit, at)
    ladder = _ladder(verdict, content, edition)
    now = _situation(verdict, content, edition, unit, ladder, in_hours, at)
    found = words.reasons(verdict, edition)
    return {
        "rag": verdict.rag,
        "sub": words.sub_line(verdict, content, edition, now),
        "question": question(verdict, content, edition, errors or {}),
        "what_happens": words.what_happens(verdict, now),
        "ladder_lines": ladder_ahead(unit, verdict, content.threat_to_life, at) if ladder else (),
        "ladder_title": "If nobody acknowledges it" if verdict.release is Release.TELL else "If nobody decides",
        "reasons": [one for one in found if not one["repeated"]],
        "marks": [one for one in found if one["part"] == 0],
        "send_label": words.send_label(verdict, content.when),
    }


def question(verdict: Assessment, content: DraftContent, edition: Edition, errors: Errors) -> dict[str, Any] | None:
    """The public-domain question, where its answer matters or was given, with what each answer leads to."""
    if content.public_domain is None and not words.asks_about_public(verdict, edition):
        return None
    yes, no = (words.if_public(verdict, edition, public) for public in (True, False))
    answer = {True: "yes", False: "no", None: ""}[content.public_domain]
    error = errors.get("evidence", "")
    return {
        "name": "public_domain",
        "hint": QUESTION_HINT,
        "yes": {
            "value": "yes",
            "rag": yes[0],
            "text": words.leads_to(yes[1]),
            "verb": "Stays" if yes[0] is no[0] else "Becomes",
        },
        "no": {"value": "no", "rag": no[0], "text": words.leads_to(no[1])},
        "answer": answer,
        "evidence": {"name": "evidence", "value": content.evidence, "error": error},
        "key": f"{yes[0]}-{yes[1]}-{no[0]}-{no[1]}{'-error' if error else ''}",
    }


def goes_out(content: DraftContent, at: datetime) -> str:
    """When a scheduled draft would go out: "at 16:00", "on Saturday 21 November at 08:00"; empty for at once."""
    if content.when != "later":
        return ""
    try:
        moment = wall_clock.read(content.wall_clock).moment
    except wall_clock.WallClockRefused:
        return ""
    return at_or_on(moment, at)


def _situation(
    verdict: Assessment,
    content: DraftContent,
    edition: Edition,
    unit: "Unit",
    ladder: Ladder | None,
    in_hours: bool,
    at: datetime,
) -> words.Situation:
    first = ladder.rows(in_hours)[0] if ladder else None
    on_duty = people.audience("communicator-on-duty", unit, at) if first and _begins_with_duty(first) else []
    return words.Situation(
        decider=decider(verdict, edition, unit),
        on_duty=tuple(str(person) for person in on_duty),
        first_told=tuple(_in_a_sentence(slug, unit) for slug in first.audience) if first else (),
        goes_out=goes_out(content, at),
    )


def decider(verdict: Assessment, edition: Edition, unit: "Unit") -> str:
    """Who is the first that may decide: "a Camden communicator", "the Social Media Team"."""
    if edition.may_decide(verdict.rag, verdict.topics, "communicator"):
        return f"a {_borough(unit)} communicator" if unit.has_communicator_of_its_own else "the Social Media Team"
    teams = ("borough-support", "social-media-team", "press-bureau")
    able = next((one for one in teams if edition.may_decide(verdict.rag, verdict.topics, one)), "press-bureau")
    return ladder_words.WHO[able]


def _in_a_sentence(audience: str, unit: "Unit") -> str:
    if audience in ladder_words.COMMUNICATORS and not unit.has_communicator_of_its_own:
        return ladder_words.WHO["social-media-team"]
    said = {"communicator-on-duty": f"a {_borough(unit)} communicator", "spoc": f"the {_borough(unit)} SPOC"}
    said |= {"communicator": f"all {_borough(unit)} communicators", "head-of-dmc-on-call": "the head of DMC on call"}
    return said.get(audience) or ladder_words.WHO.get(audience, audience)


def _borough(unit: "Unit") -> str:
    return unit.parent.name if unit.kind == "ward" and unit.parent else unit.name


def _begins_with_duty(step: Step) -> bool:
    return bool({"communicator-on-duty", "communicator"} & set(step.audience[:1]))


def _ladder(verdict: Assessment, content: DraftContent, edition: Edition) -> Ladder | None:
    if verdict.release not in (Release.TELL, Release.ASK):
        return None
    return ladder_for(edition, verdict.rag, verdict.release, verdict.topics, content.threat_to_life)
