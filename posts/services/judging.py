"""What the policy in force says of a post: the classifier's verdict, and all that is not about the text."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from accounts import selectors as people
from governance import selectors as policy
from governance.domain.classifier import classify_parts
from governance.domain.declaration import Declaration
from governance.domain.rag import Assessment as Verdict
from posts import models
from posts.domain.draft_content import DraftContent
from posts.domain.judging_findings import Circumstances, findings_beside_the_text
from posts.services.content_of import content_of

if TYPE_CHECKING:
    from accounts.models import SocialAccount, Unit, User


@dataclass(frozen=True)
class Judged:
    """A verdict with what it was reached under: the edition's digest and the policy epoch read before it."""

    verdict: Verdict
    edition_digest: str
    epoch: int


def judge(
    content: DraftContent,
    *,
    author: "User",
    unit: "Unit",
    accounts: "Sequence[SocialAccount]",
    at: datetime,
    not_theirs: Collection[int] = (),
    standing: policy.Standing | None = None,
) -> Judged:
    """Judge this content, by this person, for these accounts, under what is in force at this moment.

    `not_theirs` are accounts among them that the author may not post from any more: a draft offers none, a revision may
    name some. `standing` is what policy says, where it had to be read before people and accounts were.
    """
    standing = standing or policy.standing(at)
    verdict = classify_parts(
        content.texts(),
        _declaration(content),
        standing.edition.edition,
        beside=content.texts_beside(),
        reference=timezone.localdate(at),
    )
    circumstances = _circumstances(author, unit, accounts, not_theirs, standing)
    extra = findings_beside_the_text(content, verdict, circumstances, standing.edition.edition)
    return Judged(verdict.with_findings(extra), standing.edition.digest, standing.epoch)


def judge_revision(revision: models.Revision, at: datetime) -> Judged:
    """Judge a revision that was sent, as things stand at this moment."""
    standing = policy.standing(at)
    post = models.Post.objects.select_related("unit", "author").get(pk=revision.post_id)
    return judge_sent(revision, post, standing, at)


def judge_sent(revision: models.Revision, post: models.Post, standing: policy.Standing, at: datetime) -> Judged:
    """Judge a revision of this post.

    The policy with its epoch is read first, the post with its author after it, and the accounts here: so a stop that
    the verdict does not know of has moved the epoch since, and whoever compares the two sees it.
    """
    accounts = list(revision.accounts.order_by("pk"))
    theirs = set(people.accounts_to_post_from(post.author).values_list("pk", flat=True))
    return judge(
        content_of(revision, [one.pk for one in accounts]),
        author=post.author,
        unit=post.unit,
        accounts=accounts,
        at=at,
        not_theirs={one.pk for one in accounts} - theirs,
        standing=standing,
    )


def store(revision: models.Revision, judged: Judged, occasion: str, at: datetime) -> models.Assessment:
    """Write a verdict down, inside the caller's transaction."""
    verdict = judged.verdict
    return models.Assessment.objects.create(
        revision=revision,
        occasion=occasion,
        light=verdict.rag,
        release=verdict.release,
        topics_light=verdict.topics_rag,
        topics=list(verdict.topics),
        checks=list(verdict.checks),
        body=verdict.to_json(),
        edition=verdict.edition,
        edition_digest=judged.edition_digest,
        classifier=verdict.classifier,
        text_digest=verdict.text_digest,
        epoch=judged.epoch,
        made_at=at,
    )


def _declaration(content: DraftContent) -> Declaration:
    return Declaration(
        public_domain=content.public_domain,
        evidence=content.evidence,
        topics=content.declared_topics,
        answers=content.answers,
        sentenced_on=content.sentenced_on,
    )


def _circumstances(
    author: "User",
    unit: "Unit",
    accounts: "Sequence[SocialAccount]",
    not_theirs: Collection[int],
    standing: policy.Standing,
) -> Circumstances:
    may_post = author.is_active and author.suspended_at is None
    return Circumstances(
        author=str(author.pk),
        level=author.level,
        author_may_post=may_post,
        units=tuple(slug for slug in unit.path.strip("/").split("/") if slug),
        channels=tuple(account.channel for account in accounts),
        accounts=tuple(str(account.pk) for account in accounts),
        floors=tuple(account.floor for account in accounts if account.floor),
        stopped=tuple(account.name for account in accounts if not account.may_publish),
        not_theirs=tuple(one.name for one in accounts if one.may_publish and may_post and one.pk in not_theirs),
        corporate=bool(accounts) and all(account.is_corporate for account in accounts),
        guidance=standing.guidance,
        incidents=standing.incidents,
    )
