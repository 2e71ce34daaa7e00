"""What the second reader's probabilities mean beside what the first reader saw: the more cautious wins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from governance.domain.edition import Edition
from governance.domain.rag import Finding, FindingKind, Rag

RED, BEYOND, UNLISTED = "any red", "beyond green", "unlisted"
_WHOLE = frozenset({RED, BEYOND, UNLISTED})
# Whose account and whose page it is, no word statistics can tell.
NOT_BY_WORDS = frozenset({"retweet", "mps-link"})


@dataclass(frozen=True, slots=True)
class FirstView:
    """What the first reader made of the text."""

    topics: frozenset[str]
    light: Rag | None
    silent: bool

    @classmethod
    def of(cls, found: Iterable[Finding]) -> "FirstView":
        """``silent``: nothing was recognised, not even a language or a subject that must be asked about."""
        findings = tuple(found)
        topics = [f for f in findings if f.kind is FindingKind.TOPIC]
        lights = sorted((f.rag for f in topics), key=lambda rag: rag.severity)
        heard = topics or any(f.kind is FindingKind.LANGUAGE or f.slug not in _SILENCE for f in _doubts(findings))
        return cls(frozenset(f.slug for f in topics), lights[-1] if lights else None, not heard)


_SILENCE = frozenset({str(FindingKind.NO_TOPIC)})


def _doubts(findings: Iterable[Finding]) -> Iterable[Finding]:
    return (f for f in findings if f.kind in (FindingKind.NO_TOPIC, FindingKind.LANGUAGE))


@dataclass(frozen=True, slots=True)
class Opinion:
    """Topics to add, a topic suspected but not sure enough to add, and a green topic that breaks the silence."""

    added: tuple[str, ...] = ()
    suspected: str = ""
    lifted: str = ""


def opinion(chance: Mapping[str, float], first: FirstView, edition: Edition, at: Mapping[str, float]) -> Opinion:
    """The second reader's opinion. ``at`` holds the thresholds, ``chance`` a probability for each head."""
    added = _added(chance, first, edition, at)
    reds = any(edition.topics[slug].light_public is Rag.RED for slug in added) or first.light is Rag.RED
    doubtful = not reds and chance[RED] >= at["doubt_red"]
    if not added and first.light in (None, Rag.GREEN):
        doubtful = doubtful or chance[BEYOND] >= at["doubt_beyond"]
    if doubtful:
        return Opinion(added, suspected=_suspected(chance, edition))
    lifted = _lifted(chance, edition, at) if first.silent and not added else ""
    return Opinion(added, lifted=lifted)


def _added(chance: Mapping[str, float], first: FirstView, edition: Edition, at: Mapping[str, float]) -> tuple[str, ...]:
    wanted = _of_light(edition, Rag.AMBER, chance, at["amber"])
    if chance[RED] >= at["red"]:
        wanted += _of_light(edition, Rag.RED, chance, at["red_topic"]) or _best_red(chance, edition, at)
    fresh = [slug for slug in wanted if slug and slug not in first.topics]
    present = first.topics.union(fresh)
    return tuple(slug for slug in fresh if not _yields(slug, present, edition))


def _best_red(chance: Mapping[str, float], edition: Edition, at: Mapping[str, float]) -> list[str]:
    """The likeliest red topic, unless what makes it red is a topic of another edition."""
    return [] if _elsewhere(chance, edition) >= at["red_topic"] else [_likeliest(chance, edition, Rag.RED)]


def _elsewhere(chance: Mapping[str, float], edition: Edition) -> float:
    """How likely the likeliest topic is that this edition does not name."""
    return max((p for head, p in chance.items() if head not in edition.topics and head not in _WHOLE), default=0.0)


def _of_light(edition: Edition, light: Rag, chance: Mapping[str, float], least: float) -> list[str]:
    return [
        slug for slug, topic in edition.topics.items() if topic.light_public is light and chance.get(slug, 0) >= least
    ]


def _yields(slug: str, present: Iterable[str], edition: Edition) -> bool:
    """Whether a topic beside it says it better and no less cautiously."""
    topic = edition.topics[slug]
    others = (edition.topics[other] for other in present if other in topic.yields_to)
    return any(other.light_public.severity >= topic.light_public.severity for other in others)


def _suspected(chance: Mapping[str, float], edition: Edition) -> str:
    """The likeliest subject that is not green; a topic of another edition counts as one no policy names."""
    likely = {s: chance.get(s, 0.0) for s, topic in edition.topics.items() if topic.light_public is not Rag.GREEN}
    likely[UNLISTED] = max(chance[UNLISTED], _elsewhere(chance, edition))
    return max(likely, key=lambda slug: likely[slug])


def _lifted(chance: Mapping[str, float], edition: Edition, at: Mapping[str, float]) -> str:
    slug = _likeliest(chance, edition, Rag.GREEN)
    sure = chance[BEYOND] <= at["safe"] and chance.get(slug, 0.0) >= at["green"]
    return slug if sure else ""


def _likeliest(chance: Mapping[str, float], edition: Edition, light: Rag) -> str:
    slugs = [s for s, topic in edition.topics.items() if topic.light_public is light and s not in NOT_BY_WORDS]
    return max(slugs, key=lambda slug: chance.get(slug, 0.0), default="")
