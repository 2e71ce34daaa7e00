"""Beginning a draft, saving it as it is typed, opening a sent post again, and giving one up."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import rules
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import selectors as people
from governance import audit
from posts import outbox
from posts.domain.draft_content import DraftContent
from posts.domain.submission_rules import LONGEST
from posts.domain.workflow import EDITABLE, PostAction
from posts.models import Draft, Post
from posts.permissions import PostPermission
from posts.services import escalation
from posts.services.content_of import content_of
from posts.services.judging import judge
from posts.services.problems import DraftMovedOn, PostMovedOn
from posts.services.transition import apply_transition

if TYPE_CHECKING:
    from accounts.models import SocialAccount, Unit, User


def start(author: "User", content: DraftContent, at: datetime) -> Post:
    """Begin a draft. Its unit is that of the first account chosen, else the author's own."""
    if not rules.has_perm(PostPermission.DRAFT, author):
        raise PermissionDenied("There is no account you may post from yet.")
    chosen = chosen_by(author, content)
    unit = chosen[0].unit if chosen else home_of(author)
    return begin(author, unit, content, latest_verdict(author, unit, content, chosen, at), at)


@transaction.atomic(durable=True)
def begin(author: "User", unit: "Unit", content: DraftContent, verdict: dict[str, Any], at: datetime) -> Post:
    """Write a new draft down; the caller has asked whether its author may."""
    post = Post.objects.create(unit=unit, author=author, created_at=at, headline=headline(content))
    Draft.objects.create(post=post, body=content.to_json(), verdict=verdict, updated_by=author, updated_at=at)
    audit.record("post.begun", actor=author, obj=post, unit_slug=post.unit.slug)
    return post


def autosave(post: Post, actor: "User", content: DraftContent, version: int, at: datetime) -> int:
    """Keep what has been typed, if nobody saved a later version, and return the new version number.

    Raises DraftMovedOn where another tab or person saved something else first, PostMovedOn where the post is no longer
    a draft.
    """
    _require(PostPermission.EDIT, actor, post)
    chosen = chosen_by(post.author, content)
    unit = chosen[0].unit if chosen else post.unit
    verdict = latest_verdict(post.author, unit, content, chosen, at)
    columns = {"body": content.to_json(), "verdict": verdict, "updated_by": actor, "updated_at": at}
    return _autosave(post, unit, content, version, columns)


@transaction.atomic(durable=True)
def _autosave(post: Post, unit: "Unit", content: DraftContent, version: int, columns: dict[str, Any]) -> int:
    """The post first, then its draft, as by whoever sends or reopens it.

    Each UPDATE asks for nothing outside its own row: only then does the database ask again after waiting for others.
    """
    open_still = Post.objects.filter(pk=post.pk, status__in=EDITABLE)
    if open_still.update(headline=headline(content), unit=unit) != 1:
        return _version_that_says_the_same(post, content)
    if columns["updated_by"] != post.author:
        _note_helper(post, columns["updated_by"], content)
    columns["version"] = version + 1
    if Draft.objects.filter(post=post, version=version).update(**columns) != 1:
        return _version_that_says_the_same(post, content)
    return version + 1


def _note_helper(post: Post, helper: "User", content: DraftContent) -> None:
    """Remember for good that somebody beside the author had a hand in it: they never decide this post."""
    draft = Draft.objects.get(post=post)
    if DraftContent.from_json(draft.body) != content and not draft.helpers.filter(pk=helper.pk).exists():
        draft.helpers.add(helper)
        audit.record("post.helped-with", actor=helper, obj=post, unit_slug=post.unit.slug)


@transaction.atomic(durable=True)
def reopen(post: Post, actor: "User", at: datetime) -> None:
    """Take a sent post off the desk, or out of the outbox, and open it for writing. Any approval ends with it."""
    _require(PostPermission.EDIT, actor, post)
    apply_transition(post, PostAction.REOPEN, actor=actor, at=at, claimed_by=None, claimed_until=None, queued_at=None)
    outbox.cancel(post.sent)
    escalation.leave_queue(post, at)
    content = content_of(post.sent)
    Draft.objects.filter(post=post).update(body=content.to_json(), updated_by=actor, updated_at=at)


@transaction.atomic(durable=True)
def abandon(post: Post, actor: "User", at: datetime) -> None:
    """Give a post up for good. The record of it stays."""
    _require(PostPermission.EDIT, actor, post)
    apply_transition(post, PostAction.ABANDON, actor=actor, at=at, claimed_by=None, claimed_until=None)
    if post.current_revision is not None:
        outbox.cancel(post.current_revision)
    escalation.leave_queue(post, at)


def chosen_by(author: "User", content: DraftContent) -> "list[SocialAccount]":
    """Return the accounts a draft names that its author may post from. The first gives the post its unit: a post
    belongs to the owner of its accounts (rag-policy: "Who decides")."""
    return list(people.accounts_to_post_from(author).filter(pk__in=content.accounts).order_by("pk"))


def home_of(author: "User") -> "Unit":
    """Return the unit of a draft that names no account: of its author's first appointment, else first account."""
    held = author.current_appointments()
    return held[0].unit if held else people.accounts_to_post_from(author)[0].unit


def latest_verdict(
    author: "User", unit: "Unit", content: DraftContent, chosen: "list[SocialAccount]", at: datetime
) -> dict[str, Any]:
    """Return what the policy says of a draft now, for its author's lists; never the verdict that counts."""
    if content.is_blank or any(len(text) > LONGEST for text in (*content.texts(), *content.texts_beside())):
        return {}
    return judge(content, author=author, unit=unit, accounts=chosen, at=at).verdict.to_json()


def headline(content: DraftContent) -> str:
    """Return the first words of a post, for lists."""
    words = " ".join(content.text.split())
    return words if len(words) <= 110 else words[:109].rsplit(" ", 1)[0] + "…"


def _version_that_says_the_same(post: Post, content: DraftContent) -> int:
    """The version kept meanwhile, where it says the very same: a save that would change nothing is in nobody's way."""
    standing = Post.objects.select_related("draft__updated_by").get(pk=post.pk)
    if standing.status not in EDITABLE:
        raise PostMovedOn("This post was sent or given up meanwhile, so it cannot be changed here.")
    saved = standing.draft
    if DraftContent.from_json(saved.body) == content:
        return saved.version
    raise DraftMovedOn(f"{saved.updated_by} saved a later version of this draft. Yours is kept below.")


def _require(permission: PostPermission, actor: "User", post: Post) -> None:
    if not rules.has_perm(permission, actor, post):
        raise PermissionDenied("Only its author, or the SPOC or communicator of its unit, can change this post.")
