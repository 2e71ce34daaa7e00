"""The decision page, whatever happened: opened, refused, or overtaken, with everything typed still there."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from accounts import selectors as people
from governance.domain.edition import Edition
from posts.domain import decision_words, declared_words, desk_words
from posts.domain.workflow import PostStatus
from posts.forms import decide
from posts.models import Post
from posts.predicates import covers_its_unit
from posts.selectors import decision, life
from posts.selectors.authors import facts_about_author
from posts.selectors.decision_rights import Rights, rights_on
from posts.selectors.decisions import similar_decisions
from posts.selectors.desk_facts import verdict_of
from posts.selectors.waiting import ladder_view
from posts.views.asking import Request
from posts.views.decision_place import place_on_desk
from posts.views.delivery_forms import delivery_forms
from posts.views.desk_rows import DECISIONS
from posts.views.undoing import undo_bar

if TYPE_CHECKING:
    from accounts.models import User

FORMS: Mapping[str, type[forms.Form]] = {
    "approve": decide.SeenForm,
    "return": decide.ReturnForm,
    "reject": decide.RejectForm,
    "ask": decide.AskForm,
    "withdraw": decide.WithdrawForm,
    "take-over": decide.TakeOverForm,
    "comment": decide.CommentForm,
}
TAKES_REASONS = ("return", "reject")


def show(
    request: Request, pk: int, *, refused: str = "", status: int = 200, typed: Mapping[str, forms.Form] | None = None
) -> HttpResponse:
    """Answer with the page as the post stands now; `refused` says why the last thing was not done."""
    post = get_object_or_404(decision.posts_on_desk(request.user), pk=pk)
    context = context_of(request, post, timezone.now(), dict(typed or {})) | {"refused": refused}
    response = render(request, "posts/decision.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def context_of(request: Request, post: Post, now: datetime, typed: dict[str, forms.Form]) -> dict[str, Any]:
    """Everything the page shows."""
    edition, person = decision.edition_now(), request.user
    rights, reasons = rights_on(post, person, now), decision.reasons_for(post, edition)
    about = desk_words.about(verdict_of(post.assessment), edition, post.threat_to_life)
    return {
        "post": post,
        "about": desk_words.lower(about),
        "rights": rights,
        "forms": {name.replace("-", "_"): typed.get(name) or _blank(name, post, reasons) for name in FORMS},
        "open": next(iter(typed), ""),
        "kept": _kept(typed, rights),
        "intro": _intro(post, now),
        "place": place_on_desk(post, person, now),
        "undo": undo_bar(person, now),
        **_evidence(post, person, reasons, edition, now),
        **_panel(request, post, now),
    }


def _evidence(
    post: Post, person: "User", reasons: list[dict[str, Any]], edition: Edition, now: datetime
) -> dict[str, Any]:
    """The left column, in the order of doubt."""
    revision = decision.shown_revision(post)
    content = decision.content_shown(revision)
    changes = decision.changes(post, content, edition)
    return {
        "revision": revision,
        "previews": _with_pictures(decision.previews(revision, content, reasons)),
        "reasons": [one for one in reasons if not one["repeated"]],
        "judged": decision.judged_line(post, now),
        "declared": declared_words.declared(content, edition, post.earliest_at, now),
        "changes": changes,
        "changes_title": decision.changes_title(changes, person, now) if changes else "",
        "deliveries": life.deliveries_of(post, now),
        "unsettled": delivery_forms(post, person),
        "similar": _similar(post) if covers_its_unit(person, post) else [],
        "comments": decision.conversation(post, now),
    }


def _panel(request: Request, post: Post, now: datetime) -> dict[str, Any]:
    """The panel at the side: clock, claim, and what stands in the way."""
    person, ladder = request.user, ladder_view(post, now)
    hours = "in hours" if people.in_hours(post.unit, now) else "out of hours"
    until = post.claimed_until
    return {
        "ladder": ladder,
        "hours": f"{post.light}, {hours}",
        "claim": decision_words.claim_line(str(post.claimed_by or ""), until, post.claimed_by == person, now),
        "is_mine": post.claimed_by == person and until is not None and until > now,
        "holds": decision_words.what_holds(verdict_of(post.assessment)),
        "standing": PostStatus(post.status).label,
        "is_held": post.status == PostStatus.HELD,
        "waits": post.status == PostStatus.WAITING,
        "author_facts": facts_about_author(post.author, now),
        "life": life.life_of(post, now),
        "my_approval": _my_approval(post, request),
        "focus": bool(request.GET.get("next")),
    }


def _blank(name: str, post: Post, reasons: list[dict[str, Any]]) -> forms.Form:
    """An empty form; those that decide name the revision and the verdict shown."""
    kwargs: dict[str, Any] = {"auto_id": f"{name}-%s"}
    if name in ("approve", *TAKES_REASONS):
        digest = decision.shown_revision(post).decision_digest
        kwargs["initial"] = {"decision_digest": digest, "assessment": post.assessment_id}
    if name in TAKES_REASONS:
        kwargs["offered"] = offered(reasons)
    return FORMS[name](**kwargs)


def offered(reasons: list[dict[str, Any]]) -> list[str]:
    """The ticks a verdict offers: each of its reasons that is not green, with its number."""
    serious = [one for one in reasons if not one["repeated"] and one["rag"] != "green" and one["title"]]
    return [f"{one['title']} (reason {one['number']})" for one in serious]


def _kept(typed: Mapping[str, forms.Form], rights: Rights) -> str:
    """What was typed, where the form it was typed into stands on the page no more."""
    note = next((form.data.get("note", "") for name, form in typed.items() if name in ("ask", *TAKES_REASONS)), "")
    return "" if rights.decide else str(note).strip()


def _intro(post: Post, now: datetime) -> str:
    number = decision.shown_revision(post).number
    sent = f", sent {decision.said_at(post.submitted_at, now)}" if post.submitted_at else ""
    return f"{post.author} for {post.unit}{sent} as revision {number}. {decision_words.goes_out(post.earliest_at, now)}"


def _my_approval(post: Post, request: Request) -> bool:
    if post.status != PostStatus.CLEARED:
        return False
    last = post.reviews.filter(revision=post.current_revision_id).order_by("-pk").first()
    return last is not None and last.decision == "approve" and last.reviewer_id == request.user.pk


def _with_pictures(previews: list[decision.Preview]) -> list[dict[str, Any]]:
    return [
        {"shown": one, "images": [{"url": reverse("media", args=[p.media]), "alt": p.alt} for p in one.pictures]}
        for one in previews
    ]


def _similar(post: Post) -> list[dict[str, Any]]:
    return [
        {
            "url": reverse("desk-item", args=[one.post_id]),
            "title": one.post.headline or "A picture without words",
            "light": one.assessment.light,
            "decision": DECISIONS[one.decision],
            "why": "; ".join([*one.reasons, one.note] if one.note else one.reasons),
            "by": one.reviewer,
            "at": one.made_at,
        }
        for one in similar_decisions(post)
    ]
