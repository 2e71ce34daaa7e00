"""Judging again what waits, when the policy epoch has moved: edition, guidance, incident, account or person changed."""

import logging
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from governance import audit
from governance import selectors as policy
from governance.domain.rag import Assessment as Verdict
from governance.domain.rag import Release
from governance.domain.record import JSON
from posts.domain.workflow import ON_ITS_WAY, PostStatus
from posts.models import Assessment, Post
from posts.services import escalation, requeueing
from posts.services.judging import Judged, judge_revision, store
from posts.services.problems import PostMovedOn
from posts.services.transition import as_read

log = logging.getLogger(__name__)


def judge_again(at: datetime, limit: int = 200) -> int:
    """Judge at most `limit` posts whose verdict is older than the epoch; return how many were looked at."""
    epoch = policy.epoch()
    stale = Post.objects.filter(status__in=ON_ITS_WAY, judged_epoch__lt=epoch).order_by("judged_epoch", "pk")
    posts = list(stale.select_related("unit", "author", "assessment", "current_revision")[:limit])
    for post in posts:
        _judge_one(post, epoch, at)
    return len(posts)


def _judge_one(post: Post, epoch: int, at: datetime) -> None:
    """Judge one post as of `at`; what moved the epoch since `at` may not be in force by then, so it comes round again.

    A fault over one post is written down and keeps nobody else from being judged.
    """
    try:
        judged = judge_revision(post.sent, at)
        judged = replace(judged, epoch=min(epoch, judged.epoch))
        _settle(post, judged, Verdict.from_json(post.verdict.body), at)
    except PostMovedOn:
        return
    except Exception:
        log.exception("Post %s could not be judged again", post.pk)


@transaction.atomic(durable=True)
def _settle(post: Post, judged: Judged, before: Verdict, at: datetime) -> None:
    now = judged.verdict
    stops = now.release is Release.STOP
    if _same(now, before) and stops == (post.status == PostStatus.HELD):
        as_read(post).update(judged_epoch=judged.epoch)
        return
    assessment = store(post.sent, judged, "changed", at)
    if stops and post.status != PostStatus.HELD:
        requeueing.hold(post, assessment, _why(now), at)
    elif post.status == PostStatus.HELD and not stops:
        requeueing.ask_again(post, assessment, "The stop has ended: confirm that this may still go out", at)
    elif post.status == PostStatus.CLEARED and now.release is Release.ASK and now.got_worse_than(before):
        requeueing.ask_again(post, assessment, f"Was {before.rag.capitalize()}, now {now.rag.capitalize()}", at)
    else:
        _keep(post, assessment, at)


def _keep(post: Post, assessment: Assessment, at: datetime) -> None:
    """The post stays where it is, with the new verdict and, where the desk has it, the ladder that goes with it."""
    if as_read(post).update(**requeueing.verdict_columns(post, assessment)) != 1:
        raise PostMovedOn("Somebody moved this post while it was judged again.")
    payload: dict[str, JSON] = {"assessment": assessment.pk, "light": assessment.light, "release": assessment.release}
    audit.record("post.judged-again", actor=None, obj=post, unit_slug=post.unit.slug, payload=payload)
    if post.status == PostStatus.WAITING:
        escalation.change_ladder(post, assessment, at)


def _same(now: Verdict, before: Verdict) -> bool:
    return (now.rag, now.release) == (before.rag, before.release) and not now.got_worse_than(before)


def _why(now: Verdict) -> str:
    return next(finding.reason for finding in now.findings if finding.release is Release.STOP)
