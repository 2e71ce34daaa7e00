"""The rows of the desk in words: what it is about, how it stands, who wrote it, whose it is now."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from governance.domain.edition import Edition
from governance.domain.rag import Assessment, FindingKind, Rag, Release
from posts.domain import ladder_words
from posts.domain.verdict_words import reasons
from posts.domain.workflow import PostStatus

MOST_TITLES = 3
LEVELS = {"probation": "on probation", "standard": "standard", "trusted": "trusted"}
ABOUT_THE_AUTHOR = "New author"
JUDGED_AGAIN = {"release": "held at release", "changed": "judged again"}
TEAMS = ("press-bureau", "social-media-team", "borough-support", "communicator", "spoc")


def about(verdict: Assessment | None, edition: Edition, threat_to_life: bool = False) -> str:
    """What gave the post its light, in few words: "Contempt of court; charge details"."""
    titles = _titles(verdict, edition) if verdict else ["Not judged yet"]
    first, *rest = titles[:MOST_TITLES]
    said = "; ".join([first, *(lower(one) for one in rest)])
    return f"{said}, threat to life" if threat_to_life else said


def light_note(status: str, light: str, occasion: str, since: datetime | None, now: datetime) -> str:
    """How it stands, under its light: "not published", "published 13:52", "held since 13:24"."""
    if status == PostStatus.HELD:
        return f"held since {ladder_words.moment(since, now)}" if since else "held"
    if status == PostStatus.WAITING:
        return JUDGED_AGAIN.get(occasion) or ("not published" if light == "red" else "ask first")
    return f"published {ladder_words.moment(since, now)}" if since else "being sent"


def author(name: str, level: str) -> str:
    """Who wrote it, and their level where it is not the usual one: "PC Hollie Marchetti, on probation"."""
    return name if level == "standard" else f"{name}, {LEVELS.get(level, level)}"


def place(accounts: Iterable[tuple[str, str]]) -> str:
    """Accounts with their channels: "Kentish Town: X, Mastodon". Takes pairs of name and channel."""
    by_name: dict[str, list[str]] = {}
    for name, channel in accounts:
        by_name.setdefault(name, []).append(channel)
    return "; ".join(f"{name}: {', '.join(channels)}" for name, channels in by_name.items())


def time_left(until: datetime, now: datetime) -> str:
    """How long a claim lasts yet: "3 min left"."""
    return f"{ladder_words.left(until - now)} left"


def decided_by(edition: Edition, light: str, topics: Collection[str]) -> str:
    """Who may decide such a post, in words: "Press Bureau", "Press Bureau or Social Media Team"."""
    able = [ladder_words.WHO[role] for role in TEAMS if edition.may_decide(Rag(light), topics, role)]
    named = ["a communicator" if one == ladder_words.WHO["communicator"] else one for one in able]
    return " or ".join(filter(None, [", ".join(named[:-1]), *named[-1:]])) or "nobody"


def waits_for(verdict: Assessment | None) -> str:
    """What a held post waits for."""
    stops = [one.kind for one in verdict.findings if one.release is Release.STOP] if verdict else []
    if FindingKind.INCIDENT in stops:
        return "Waits for the incident to end"
    return "Waits for the suspension to end" if FindingKind.SUSPENSION in stops else "Waits for the stop to end"


def how_many(number: int, most: int) -> str:
    """A count as far as it was counted: "27", "500+"."""
    return f"{most}+" if number >= most else str(number)


def _titles(verdict: Assessment, edition: Edition) -> list[str]:
    about_it = tuple(one for one in verdict.findings if one.release is not Release.STOP)
    found = reasons(replace(verdict, findings=about_it), edition)
    deciding = [one for one in found if one["rag"] == verdict.rag] or found
    titles = [ABOUT_THE_AUTHOR if one["title"] == "You are new here" else one["title"] for one in deciding]
    return list(dict.fromkeys(filter(None, titles))) or ["No topic recognised"]


def lower(words: str) -> str:
    """The words as they stand inside a sentence; what begins with two capitals stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
