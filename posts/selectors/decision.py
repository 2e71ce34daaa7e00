"""One post as its decider needs it: what people will see, why it is lit, what was declared, what changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, Q, QuerySet

from accounts import selectors as people
from governance.domain.edition import Edition
from governance.selectors import edition_in_force, short_name
from posts.domain import declared_words, ladder_words, verdict_words
from posts.domain.channel_fit import fits
from posts.domain.channel_names import channel_name
from posts.domain.decision_words import to_the_desk
from posts.domain.draft_content import AUTHORITIES, DraftContent, Picture
from posts.domain.moments import at_or_on
from posts.domain.word_diff import Piece, word_diff
from posts.models import Part, PartMedia, Post, Review, Revision
from posts.predicates import SEE_THEIR_UNITS_POSTS
from posts.selectors.decisions import decision_before
from posts.selectors.desk_facts import places_of, verdict_of

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class Preview:
    """One part of the post on one account: words, the findings that light them, pictures, and a line under it."""

    channel: str
    name: str
    handle: str
    text: str
    findings: list[dict[str, Any]]
    warning: str
    pictures: tuple[Picture, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What is otherwise than in the revision decided on before."""

    before: Review
    pieces: list[Piece]
    declared: list[str]


def posts_on_desk(person: "User") -> QuerySet[Post]:
    """Posts that were sent at least once, their own or of a unit they cover; also while one is with its author."""
    covered = Q(unit__in=people.units_decided_by(person, SEE_THEIR_UNITS_POSTS))
    sent = Post.objects.filter(covered | Q(author=person), current_revision__isnull=False)
    return sent.select_related("unit", "author", "current_revision", "assessment", "claimed_by", "acknowledged_by")


def shown_revision(post: Post) -> Revision:
    """The revision that is decided on: every post `posts_on_desk` finds has one."""
    if post.current_revision is None:
        raise ValueError(f"{post} was never sent.")
    return post.current_revision


def reasons_for(post: Post, edition: Edition) -> list[dict[str, Any]]:
    """Every finding of the verdict in force, numbered; what is said twice shares a number and is marked repeated."""
    verdict = verdict_of(post.assessment)
    found = verdict_words.reasons(verdict, edition) if verdict else []
    return [one | {name: to_the_desk(one[name]) for name in ("title", "reason")} for one in found]


def judged_line(post: Post, now: datetime) -> str:
    """Under which policy and reader it was judged, and when: "Judged under MPS union, classifier 3, at 14:02"."""
    stored = post.assessment
    if stored is None:
        return ""
    again = "" if stored.occasion == "submission" else f", {'at release' if stored.occasion == 'release' else 'again'}"
    edition = short_name(stored.edition)
    return f"Judged under {edition}, classifier {stored.classifier}{again}, {at_or_on(stored.made_at, now)}."


def content_shown(revision: Revision) -> DraftContent:
    """The content of a revision in a fixed number of queries."""
    pictures = PartMedia.objects.order_by("position")
    parts: list[Part] = list(revision.parts.prefetch_related("variants", Prefetch("pictures", pictures)))
    return DraftContent(
        parts=tuple(part.text for part in parts) or ("",),
        variants={one.channel: one.text for part in parts[:1] for one in part.variants.all()},
        pictures=tuple(
            Picture(one.media_id, one.alt_text, one.authority, one.authority_note)
            for part in parts
            for one in part.pictures.all()
        ),
        content_warning=revision.content_warning,
        in_reply_to=revision.in_reply_to,
        quoted_handle=revision.quoted_handle,
        quoted_text=revision.quoted_text,
        declared_topics=tuple(revision.declared_topics),
        public_domain=revision.public_domain,
        evidence=revision.evidence,
        answers=revision.answers,
        sentenced_on=revision.sentenced_on,
        wall_clock=revision.wall_clock,
        threat_to_life=revision.threat_to_life,
        note=revision.note,
    )


def previews(revision: Revision, content: DraftContent, reasons: list[dict[str, Any]]) -> list[Preview]:
    """What people will see, account by account; of a thread, part by part."""
    return [
        Preview(
            channel=channel_name(account.channel),
            name=account.name,
            handle=account.handle,
            text=text,
            findings=[one for one in reasons if one["part"] == place],
            warning=content.content_warning,
            pictures=content.pictures if number == 0 else (),
            note=_note(content, account.channel, number),
        )
        for account in revision.accounts.order_by("pk")
        for number, (text, place) in enumerate(_texts(content, account.channel))
    ]


def changes(post: Post, content: DraftContent, edition: Edition) -> Changes | None:
    """What changed since the last decision on an earlier revision; None where there is no such decision."""
    before, revision = decision_before(post), post.current_revision
    if before is None or revision is None:
        return None
    old = content_shown(before.revision)
    places = places_of([before.revision_id, revision.pk])
    was = declared_words.in_short(old, edition, places.get(before.revision_id, ""))
    now = declared_words.in_short(content, edition, places.get(revision.pk, ""))
    return Changes(before, word_diff(_whole(old), _whole(content)), declared_words.changed(was, now))


def changes_title(found: Changes, person: "User", now: datetime) -> str:
    """Since which decision of whom: "Changed since revision 2, which you returned at 13:48"."""
    done = {"return": "returned", "approve": "approved", "reject": "rejected", "undo": "approved and took back"}
    who = "you" if found.before.reviewer == person else str(found.before.reviewer)
    verb = done.get(found.before.decision, "decided")
    number = found.before.revision.number
    return f"Changed since revision {number}, which {who} {verb} {at_or_on(found.before.made_at, now)}"


def conversation(post: Post, now: datetime) -> list[dict[str, str]]:
    """What people said of it, decisions with their sentences among them, oldest first."""
    kinds = {"question": ", a question", "answer": ", in answer", "remark": ""}
    said = [
        (one.at, str(one.author), kinds[one.kind], one.text)
        for one in post.comments.select_related("author").order_by("pk")
    ]
    with_it = {"return": "with the return", "reject": "with the rejection", "withdraw": "with the withdrawal"}
    decided = post.reviews.select_related("reviewer").exclude(note="")
    said += [
        (one.made_at, str(one.reviewer), f", {with_it.get(one.decision, 'with the approval')}", one.note)
        for one in decided
    ]
    ordered = sorted(said, key=lambda one: one[0])
    return [
        {"name": who, "when": f"{ladder_words.moment(at, now)}{how}", "text": text} for at, who, how, text in ordered
    ]


def said_at(at: datetime, now: datetime) -> str:
    """A moment after "sent": "14:02", "on Thursday 19 November at 17:31"."""
    return at_or_on(at, now).removeprefix("at ")


def edition_now() -> Edition:
    """The edition that gives topics and checks their names."""
    return edition_in_force().edition


def _texts(content: DraftContent, channel: str) -> list[tuple[str, int]]:
    """The texts one channel carries, each with the place at which the verdict counts it."""
    variant = content.variants.get(channel)
    if variant and len(content.parts) == 1:
        return [(variant, 1 + list(content.variants).index(channel))]
    return [(text, place) for place, text in enumerate(content.parts)]


def _note(content: DraftContent, channel: str, number: int) -> str:
    if number:
        return ""
    fit = fits(content, [channel])[0]
    words = [f"{fit.channel}: {fit.left}."]
    for one in content.pictures:
        authority = AUTHORITIES.get(one.authority, "Nobody said whose leave it has")
        words.append(f"Alt text: “{one.alt}”. {authority}{': ' + one.note if one.note else ''}.")
    return " ".join(words)


def _whole(content: DraftContent) -> str:
    return "\n\n".join(content.parts)
