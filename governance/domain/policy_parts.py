"""The parts of an edition, each checked as it is read; errors name the line in the edition."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar

from governance.domain.edition import (
    NEVER_DECIDE,
    ROLES,
    CheckPolicy,
    Edition,
    Levels,
    PolicyError,
    Topic,
    Unlisted,
)
from governance.domain.escalation import REQUIRED_LADDERS, Ladder
from governance.domain.ladder_text import read_ladders
from governance.domain.policy_sense import refuse_nonsense
from governance.domain.rag import Rag, Release
from governance.domain.reading.phrases import PhraseError, parse_phrase, parse_sequences

Chosen = TypeVar("Chosen", Rag, Release)
LEVEL_KEYS = ("probation_days", "probation_posts", "trusted_months", "trusted_posts")


class PolicyReader:
    """Turns merged TOML data into an edition. ``text`` is the edition's own text, for lines."""

    def __init__(self, data: Mapping[str, Any], text: str) -> None:
        self.data = data
        self.lines = text.splitlines()

    def edition(self, digest: str) -> Edition:
        named = self.data.get("edition")
        if not isinstance(named, dict):
            self.refuse((), "the table [edition] is missing")
        edition = Edition(
            slug=self.slug(("edition",), named),
            name=self.words(("edition",), named, "name"),
            applies_from=self.day(("edition",), named, "applies_from"),
            topics=self.topics(),
            checks=self.checks(),
            unlisted=self.unlisted(),
            deciders=self.deciders(),
            ladders=self.ladders(),
            domains=self.strings(("links",), "domains"),
            trusted_handles=tuple(h.lower() for h in self.strings(("links",), "trusted_handles")),
            levels=self.levels(),
            schedule_grace_minutes=self.number(("limits",), "schedule_grace_minutes"),
            stale_court_result_days=self.number(("limits",), "stale_court_result_days"),
            lexicon=self.lexicon(),
            complaint_clause=self.words(("edition",), named, "complaint_clause"),
            text_digest=digest,
        )
        refuse_nonsense(edition, self.refuse)
        return edition

    def topics(self) -> Mapping[str, Topic]:
        table = self.table(("topics",))
        if not table:
            self.refuse((), "an edition needs at least one topic")
        phrases = self.data.get("phrases", {})
        return MappingProxyType({slug: self.topic(slug, found, phrases.get(slug, {})) for slug, found in table.items()})

    def topic(self, slug: str, found: Any, shared: Mapping[str, Any]) -> Topic:
        place = ("topics", slug)
        if not isinstance(found, dict):
            self.refuse(place, "a topic must be a table")
        public = self.choice(place, found, "light_public", Rag)
        return Topic(
            slug=slug,
            name=self.words(place, found, "name"),
            light_public=public,
            light_not_public=self.not_public(place, found, public),
            release_public=self.release(place, found, public),
            clause=self.words(place, found, "clause"),
            decided_by=self.roles(place, found.get("decided_by", [])),
            ladder=self.topic_ladder(place, found),
            phrases=self.phrases(place, [*shared.get("phrases", []), *found.get("phrases", [])]),
            advice=found.get("advice", shared.get("advice", "")),
            yields_to=tuple(found.get("yields_to", shared.get("yields_to", ()))),
        )

    def not_public(self, place: tuple[str, ...], found: Mapping[str, Any], public: Rag) -> Rag:
        light = self.choice(place, found, "light_not_public", Rag)
        if light.severity < public.severity:
            self.refuse((*place, "light_not_public"), "not public cannot be milder than public")
        return light

    def release(self, place: tuple[str, ...], found: Mapping[str, Any], public: Rag) -> Release:
        release = self.choice(place, found, "release_public", Release)
        if public is Rag.RED and release is not Release.ASK:
            self.refuse((*place, "release_public"), "a red topic is always asked about")
        if public is Rag.AMBER and release not in (Release.TELL, Release.ASK):
            self.refuse((*place, "release_public"), "an amber topic is told or asked about")
        return release

    def topic_ladder(self, place: tuple[str, ...], found: Mapping[str, Any]) -> str:
        ladder = str(found.get("ladder", ""))
        if ladder and ladder not in REQUIRED_LADDERS:
            self.refuse((*place, "ladder"), f"there is no ladder called {ladder}")
        return ladder

    def phrases(self, place: tuple[str, ...], found: list[Any]) -> tuple[str, ...]:
        for phrase in found:
            if not isinstance(phrase, str) or not phrase.strip():
                self.refuse((*place, "phrases"), "a phrase must be a text that is not empty")
            self.readable((*place, "phrases"), phrase, parse_phrase)
        return tuple(found)

    def readable(self, place: tuple[str, ...], phrase: str, parse: Callable[[str], object]) -> None:
        try:
            parse(phrase)
        except PhraseError as error:
            self.refuse(place, str(error))

    def checks(self) -> Mapping[str, CheckPolicy]:
        return MappingProxyType({slug: self.check(slug, found) for slug, found in self.table(("checks",)).items()})

    def check(self, slug: str, found: Any) -> CheckPolicy:
        place = ("checks", slug)
        if not isinstance(found, dict):
            self.refuse(place, "a check must be a table")
        light = self.choice(place, found, "light", Rag)
        if light is Rag.GREEN:
            self.refuse((*place, "light"), "a content check is amber or red")
        name, clause = self.words(place, found, "name"), self.words(place, found, "clause")
        return CheckPolicy(slug, name, light, clause, str(found.get("advice", "")))

    def unlisted(self) -> Mapping[str, Unlisted]:
        return MappingProxyType({slug: self.subject(slug, found) for slug, found in self.table(("unlisted",)).items()})

    def subject(self, slug: str, found: Any) -> Unlisted:
        place = ("unlisted", slug)
        if not isinstance(found, dict):
            self.refuse(place, "a subject must be a table")
        phrases = self.phrases(place, found.get("phrases", []))
        return Unlisted(slug, self.words(place, found, "name"), phrases)

    def deciders(self) -> Mapping[str, tuple[str, ...]]:
        table = self.table(("deciders",))
        read = {light: self.roles(("deciders",), table.get(light, [])) for light in ("amber", "red")}
        if not all(read.values()):
            self.refuse(("deciders",), "somebody must be able to decide amber and red posts")
        return MappingProxyType(read)

    def roles(self, place: tuple[str, ...], found: Any) -> tuple[str, ...]:
        for role in found:
            if role not in ROLES:
                self.refuse(place, f"there is no role called {role}")
            if role in NEVER_DECIDE:
                self.refuse(place, f"the role {role} never decides")
        return tuple(found)

    def ladders(self) -> Mapping[str, Ladder]:
        return read_ladders(self.table(("ladders",)), self.refuse)

    def levels(self) -> Levels:
        return Levels(*(self.number(("levels",), key) for key in LEVEL_KEYS))

    def lexicon(self) -> Mapping[str, tuple[str, ...]]:
        table = self.table(("lexicon",))
        for name, found in table.items():
            if not isinstance(found, dict) or not isinstance(found.get("words"), list):
                self.refuse(("lexicon", name), f"the word list {name} needs words")
            for word in found["words"]:
                self.readable(("lexicon", name), str(word), parse_sequences)
        return MappingProxyType({name: tuple(found["words"]) for name, found in table.items()})

    def table(self, place: tuple[str, ...]) -> Mapping[str, Any]:
        found = self.data.get(place[0], {})
        if not isinstance(found, dict):
            self.refuse(place, f"{place[0]} must be a table")
        return found

    def strings(self, place: tuple[str, ...], key: str) -> tuple[str, ...]:
        found = self.table(place).get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            self.refuse((*place, key), f"{key} must be a list of texts")
        return tuple(found)

    def number(self, place: tuple[str, ...], key: str) -> int:
        found = self.table(place).get(key)
        if not isinstance(found, int) or isinstance(found, bool) or found < 0:
            self.refuse((*place, key), f"{key} must be a whole number, zero or more")
        return found

    def slug(self, place: tuple[str, ...], found: Mapping[str, Any]) -> str:
        slug = self.words(place, found, "slug")
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,62}", slug):
            self.refuse((*place, "slug"), "a slug is lower-case letters, figures and hyphens")
        return slug

    def words(self, place: tuple[str, ...], found: Mapping[str, Any], key: str) -> str:
        value = found.get(key)
        if not isinstance(value, str) or not value.strip():
            self.refuse((*place, key), f"{'.'.join(place)} needs a {key}")
        return value

    def day(self, place: tuple[str, ...], found: Mapping[str, Any], key: str) -> date:
        value = found.get(key)
        if not isinstance(value, date):
            self.refuse((*place, key), f"{key} must be a date such as 2016-02-01")
        return value

    def choice(self, place: tuple[str, ...], found: Mapping[str, Any], key: str, kind: type[Chosen]) -> Chosen:
        try:
            return kind(found.get(key, ""))
        except ValueError:
            allowed = ", ".join(kind)
            self.refuse((*place, key), f"{'.'.join(place)} needs a {key}: one of {allowed}")

    def refuse(self, place: tuple[str, ...], reason: str) -> NoReturn:
        raise PolicyError(self.line_of(place), reason)

    def line_of(self, place: tuple[str, ...]) -> int:
        """The line of the deepest part of ``place`` that the text spells out, else 1."""
        best, wanted = 1, list(place)
        for number, line in enumerate(self.lines, 1):
            header = re.fullmatch(r"\s*\[+([^\]]+)\]+\s*(#.*)?", line)
            spelt = header[1].strip().split(".") if header else []
            if spelt and spelt == wanted[: len(spelt)]:
                best, wanted_key = number, wanted[len(spelt) :]
                best = self._key_line(number, wanted_key) or best
        return best

    def _key_line(self, header: int, keys: list[str]) -> int | None:
        for number, line in enumerate(self.lines[header:], header + 1):
            if line.lstrip().startswith("["):
                return None
            if keys and re.match(rf"\s*\"?{re.escape(keys[0])}\"?\s*=", line):
                return number
        return None
