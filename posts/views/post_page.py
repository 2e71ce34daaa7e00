"""The page of one post: everything its author and its unit may know of it."""

from datetime import datetime
from typing import Any

import rules
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from governance.domain.rag import Assessment
from governance.selectors import edition_in_force
from posts.domain import history_words, standing_words, verdict_words, wall_clock
from posts.domain.channel_names import channel_name
from posts.domain.draft_content import AUTHORITIES, DraftContent
from posts.domain.moments import at_or_on
from posts.domain.publication import Operation, PublicationStatus
from posts.domain.workflow import EDITABLE, ON_ITS_WAY, PostStatus
from posts.forms.conversation import CommentForm, WithdrawForm
from posts.forms.delivery import FoundForm
from posts.models import Post
from posts.permissions import PostPermission
from posts.selectors.decision import judged_line
from posts.selectors.decision_rights import can_be_withdrawn
from posts.selectors.mine import Told, tell
from posts.selectors.seen import media_seen_by
from posts.services.content_of import content_of
from posts.views.asking import Request
from posts.views.delivery_forms import Typed, delivery_forms

DECISIONS = {
    "approve": "Approved",
    "return": "Returned",
    "reject": "Rejected",
    "acknowledge": "Acknowledged",
    "withdraw": "Withdrawn",
    "undo": "Approval taken back",
}
TAKEN_DOWN = {PublicationStatus.PUBLISHED: "Withdrawn", PublicationStatus.FAILED: "Could not be taken down"}


def show(
    request: Request,
    post: Post,
    *,
    comment: CommentForm | None = None,
    withdraw: WithdrawForm | None = None,
    delivery: Typed | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with the page of a post that `with_facts` fetched."""
    now = timezone.now()
    (told,) = tell([post], now)
    content = content_of(post.current_revision) if post.current_revision else DraftContent.from_json(post.draft.body)
    context = (
        _standing(told)
        | _reasons(post, now)
        | {
            "post": post,
            "content": content,
            "declared": _declared(content, now),
            "pictures": _pictures(content, request),
            "unsettled": delivery_forms(post, request.user, delivery),
            "refused_form": delivery[1] if delivery else FoundForm(),
            "events": [_event(one, now) for one in post.transitions.all()],
            "comments": _comments(post, now),
            "comment_form": comment or CommentForm(auto_id="%s"),
            "withdraw_form": withdraw or WithdrawForm(auto_id="withdraw-%s"),
            "may": _may(request, post, can_be_withdrawn(post)),
        }
    )
    return render(request, "posts/post.html", context, status=status)


def _standing(told: Told) -> dict[str, Any]:
    return {
        "place": told.place,
        "now": standing_words.who_has_it(told.facts),
        "next": standing_words.what_next(told.facts),
        "light_note": standing_words.light_note(told.facts),
        "steps": standing_words.steps(told.facts),
        "deliveries": [_delivery(one) for one in told.facts.deliveries],
        "reviews": [_review(one) for one in told.post.reviews.all()],
        "asked": told.post.question_since is not None,
    }


def _reasons(post: Post, now: datetime) -> dict[str, Any]:
    if post.assessment is None:
        return {"reasons": [], "marks": [], "judged": ""}
    found = verdict_words.reasons(Assessment.from_json(post.assessment.body), edition_in_force().edition)
    return {
        "reasons": [one for one in found if not one["repeated"]],
        "marks": [one for one in found if one["part"] == 0],
        "judged": judged_line(post, now),
    }


def _may(request: Request, post: Post, out: bool) -> dict[str, bool]:
    edits = rules.has_perm(PostPermission.EDIT, request.user, post)
    decides = post.status == PostStatus.WAITING and rules.has_perm(PostPermission.DECIDE, request.user, post)
    return {
        "write_on": edits and post.status in EDITABLE,
        "take_back": edits and post.status in ON_ITS_WAY,
        "give_up": edits and post.status in EDITABLE | ON_ITS_WAY,
        "duplicate": rules.has_perm(PostPermission.DRAFT, request.user) and edits,
        "withdraw": out and rules.has_perm(PostPermission.WITHDRAW, request.user, post),
        "comment": rules.has_perm(PostPermission.COMMENT, request.user, post),
        "decide": decides,
    }


def _goes_out(content: DraftContent, now: datetime) -> str:
    """When it was asked to go out; a time that cannot be read stands as it was typed."""
    if content.when != "later":
        return "As soon as it may go"
    try:
        spelt = at_or_on(wall_clock.read(content.wall_clock).moment, now)
    except wall_clock.WallClockRefused:
        return content.wall_clock
    return spelt[0].upper() + spelt[1:]


def _declared(content: DraftContent, now: datetime) -> list[dict[str, str]]:
    topics = edition_in_force().edition.topics
    public = {True: f"Yes. {content.evidence}".strip(), False: "No, or not sure", None: "Not asked"}[
        content.public_domain
    ]
    late = {"publish": "Publish it all the same", "reschedule": "Ask for a new time", "expire": "Let it expire"}
    found = [
        ("Already public?", public),
        ("Topics added", ", ".join(topics[slug].name for slug in content.declared_topics if slug in topics) or "None"),
        ("Date of sentence", content.sentenced_on.strftime("%-d %B %Y") if content.sentenced_on else ""),
        ("Content warning", content.content_warning),
        ("When", _goes_out(content, now)),
        ("If it is decided too late", late.get(content.late_choice, "") if content.when == "later" else ""),
        ("Threat to life", "Yes" if content.threat_to_life else ""),
        ("Note to the person who decides", content.note),
    ]
    found += [(f"Only for {channel_name(slug)}", text) for slug, text in content.variants.items()]
    checks = edition_in_force().edition.checks
    found += [(f"Answer: {checks[slug].name}", text) for slug, text in content.answers.items() if slug in checks]
    return [{"key": key, "value": value} for key, value in found if value]


def _pictures(content: DraftContent, request: Request) -> list[dict[str, str]]:
    wanted = [one.media for one in content.pictures]
    seen = set(media_seen_by(request.user).filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    return [
        {
            "pk": str(one.media),
            "alt": one.alt,
            "authority": AUTHORITIES.get(one.authority, "Not said"),
            "note": one.note,
        }
        for one in content.pictures
        if one.media in seen
    ]


def _delivery(one: Any) -> dict[str, Any]:
    taking_down = one.operation == Operation.DELETE
    state = PublicationStatus(one.status)
    label = TAKEN_DOWN.get(state, "Being taken down") if taking_down else state.label
    return {"one": one, "channel": channel_name(one.channel), "state": label, "link": "" if taking_down else one.url}


def _review(one: Any) -> dict[str, Any]:
    said = "; ".join(filter(None, [*one.reasons, one.note]))
    return {"what": DECISIONS[one.decision], "name": one.reviewer, "at": one.made_at, "said": said}


def _event(one: Any, now: Any) -> dict[str, str]:
    who = str(one.actor) if one.actor else "The portal"
    when = at_or_on(one.at, now)
    return {"what": history_words.done(one.action), "note": f"{who}, {when}{f'. {one.note}' if one.note else ''}"}


def _comments(post: Post, now: Any) -> list[dict[str, str]]:
    words = {"question": "asked", "answer": "answered"}
    rows = post.comments.select_related("author").order_by("pk")
    return [
        {
            "name": str(one.author),
            "when": f"{words.get(one.kind, '')} {at_or_on(one.at, now)}".strip(),
            "text": one.text,
        }
        for one in rows
    ]
