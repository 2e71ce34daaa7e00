"""From what was read to findings, and from findings to a light and a release."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from governance.domain.checks import CHECKS, CheckedPost
from governance.domain.classifier.second.artefact import model_in_force, version_in_force
from governance.domain.classifier.second.look import second_look
from governance.domain.classifier.topics import Match, recognise
from governance.domain.declaration import Declaration
from governance.domain.edition import Edition, Topic
from governance.domain.rag import Assessment, Finding, FindingKind, Rag, Release, most_cautious
from governance.domain.reading.compiled import Compiled, compiled
from governance.domain.reading.language import foreign_language
from governance.domain.reading.reading import Reading, read

CLASSIFIER_VERSION = "+".join(filter(None, ["phrases-1", version_in_force()]))
COMPLAINT = "complaint-response"
NO_TOPIC = "no-topic"


def judge(text: str, declaration: Declaration, edition: Edition, reference: date | None) -> tuple[Finding, ...]:
    """Every finding on one text, topics first."""
    reading = read_for(text, edition)
    found = first_findings(reading, declaration, edition, reference)
    model = model_in_force()
    if model is None or not reading.tokens.words:
        return found
    return second_look(model, reading, found, edition, lambda topic: topic_finding(topic, declaration, reading, None))


def read_for(text: str, edition: Edition) -> Reading:
    """The text as an edition reads it."""
    return read(text, compiled(edition))


def first_findings(
    reading: Reading, declaration: Declaration, edition: Edition, reference: date | None
) -> tuple[Finding, ...]:
    """What the first reader finds: the edition's phrases, and silence, and the content checks."""
    rules = compiled(edition)
    matches = settled(recognise(reading, rules.rules), edition)
    topics = [topic_finding(edition.topics[m.topic], declaration, reading, m) for m in matches]
    declared = list(declared_findings({m.topic for m in matches}, declaration, edition))
    named = {finding.slug for finding in (*topics, *declared)}
    checks = check_findings(reading, named, declaration, edition, reference)
    doubts = [] if _beyond_green(topics) else list(unlisted_findings(reading, rules, edition))
    silence = silence_findings(reading.typed, bool(topics or doubts), rules.vocabulary)
    return (*topics, *declared, *doubts, *silence, *checks)


def _beyond_green(topics: Iterable[Finding]) -> bool:
    return any(finding.rag is not Rag.GREEN for finding in topics)


def unlisted_findings(reading: Reading, rules: Compiled, edition: Edition) -> Iterator[Finding]:
    """Subjects the policy does not name that green words beside them must not carry through."""
    for slug, match in recognise(reading, rules.unlisted).items():
        words = reading.quote(match.span, *match.others)
        reason = f"The policy does not name this, so somebody has to look: {words}"
        start, end = reading.typed_span(match.span)
        finding = _plain(FindingKind.NO_TOPIC, f"{edition.unlisted[slug].name}. {reason}")
        yield replace(finding, slug=slug, start=start, end=end)


def settled(matches: Mapping[str, Match], edition: Edition) -> list[Match]:
    """The matches without those that yield to a graver or more exact topic, in the edition's order."""
    return [
        matches[slug]
        for slug, topic in edition.topics.items()
        if slug in matches and not any(other in matches for other in topic.yields_to)
    ]


def topic_finding(topic: Topic, declaration: Declaration, reading: Reading | None, match: Match | None) -> Finding:
    """A topic recognised in the text, or (without reading and match) declared by the author."""
    public = declaration.is_public
    words = f": {reading.quote(match.span, *match.others)}" if reading and match else ", as you declared"
    start, end = reading.typed_span(match.span) if reading and match else (None, None)
    return Finding(
        kind=FindingKind.TOPIC,
        slug=topic.slug,
        rag=topic.light(public),
        release=topic.release(public),
        start=start,
        end=end,
        clause=topic.clause,
        reason=f"{topic.name}{words}{_publicity(topic, declaration)}",
        advice=topic.advice,
    )


def _publicity(topic: Topic, declaration: Declaration) -> str:
    if not topic.depends_on_public_domain:
        return ""
    if declaration.is_public:
        return " (already public, you say)"
    if declaration.public_domain:
        return " (already public needs evidence)"
    return " (not public yet)" if declaration.public_domain is False else " (not known to be public)"


def declared_findings(recognised: set[str], declaration: Declaration, edition: Edition) -> Iterator[Finding]:
    """What the author adds. A declaration never removes a topic."""
    for slug in dict.fromkeys(declaration.topics):
        if slug == COMPLAINT:
            yield complaint_finding(edition)
        if slug in edition.topics and slug not in recognised:
            yield topic_finding(edition.topics[slug], declaration, None, None)
        elif slug not in edition.topics and slug != COMPLAINT:
            reason = f'You declared "{slug}", which this policy does not name'
            yield replace(_plain(FindingKind.NO_TOPIC, reason), slug="unknown-topic")


def complaint_finding(edition: Edition) -> Finding:
    """The finding of a reply to a complaint, whatever the edition calls its topics."""
    finding = _plain(FindingKind.COMPLAINT, "Answers a complaint")
    return replace(finding, slug="complaint", rag=Rag.RED, clause=edition.complaint_clause)


def silence_findings(text: str, recognised: bool, vocabulary: frozenset[str]) -> Iterator[Finding]:
    """Not being understood is never green."""
    foreign = foreign_language(text, vocabulary)
    if foreign:
        language, start, end = foreign
        yield Finding(
            kind=FindingKind.LANGUAGE,
            slug="language",
            rag=Rag.AMBER,
            release=Release.ASK,
            start=start,
            end=end,
            clause="a language we do not read, our own rule",
            reason=f"Partly or wholly in a language the traffic light does not read ({language})",
            advice="Ask somebody who reads it, and add the English.",
        )
    elif not recognised:
        reason = "Nothing here matches a subject of the policy" if text.strip() else "There is no text"
        yield replace(
            _plain(FindingKind.NO_TOPIC, reason),
            advice="Say plainly what it is about, or ask your communicator.",
        )


def _plain(kind: FindingKind, reason: str) -> Finding:
    """A finding about no words in particular that asks first."""
    clause = "a subject the policy does not name, our own rule"
    return Finding(kind, str(kind), Rag.AMBER, Release.ASK, None, None, clause, reason)


def check_findings(
    reading: Reading,
    topics: set[str],
    declaration: Declaration,
    edition: Edition,
    reference: date | None,
) -> Iterator[Finding]:
    """One finding for each content check that failed."""
    post = CheckedPost(reading, topics, declaration, reference, edition.stale_court_result_days)
    for slug, policy in edition.checks.items():
        hit = CHECKS[slug](post) if slug in CHECKS else None
        if hit is None:
            continue
        start, end = reading.typed_span(hit.span) if hit.span else (None, None)
        yield Finding(
            kind=FindingKind.CHECK,
            slug=slug,
            rag=policy.light,
            release=Release.ASK,
            start=start,
            end=end,
            clause=policy.clause,
            reason=hit.reason,
            advice=policy.advice,
        )


def assessment(text: str, findings: Iterable[Finding], declaration: Declaration, edition: Edition) -> Assessment:
    """The verdict the findings add up to."""
    found = tuple(findings)
    topics = [f for f in found if f.kind is FindingKind.TOPIC]
    silent = not topics or any(f.kind in (FindingKind.NO_TOPIC, FindingKind.DISAGREEMENT) for f in found)
    floor = [Rag.AMBER] if silent else []
    open_topics = (edition.topics[f.slug].depends_on_public_domain for f in topics)
    return Assessment(
        rag=most_cautious([f.rag for f in found], Rag.AMBER),
        release=most_cautious([f.release for f in found], Release.ASK),
        topics_rag=most_cautious([*(f.rag for f in topics), *floor], Rag.AMBER),
        topics=tuple(dict.fromkeys(f.slug for f in topics)),
        checks=tuple(dict.fromkeys(f.slug for f in found if f.kind is FindingKind.CHECK)),
        findings=found,
        edition=edition.slug,
        classifier=CLASSIFIER_VERSION,
        text_digest=digest_of(text),
        amber_unless_public=declaration.is_open and any(open_topics),
    )


def digest_of(text: str) -> str:
    """SHA-256 of the text as typed; lone surrogates, which no encoding has, are kept apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
