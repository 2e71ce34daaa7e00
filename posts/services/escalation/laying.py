"""Laying the rungs of one stay in a queue, and taking them away when it ends."""

from datetime import datetime

from governance.domain.escalation import Ladder, ladder_for
from governance.domain.rag import Rag, Release
from governance.selectors import edition_in_force
from posts.domain.deadlines import lay
from posts.models import Assessment, LadderStep, Post
from posts.selectors.working_hours import working_hours
from posts.services.escalation.stepping import OPEN, step


def enter_queue(post: Post, assessment: Assessment, at: datetime) -> list[LadderStep]:
    """Lay one row for each rung of the ladder this verdict asks for; the stay is named by `at`.

    Inside the caller's transaction. Whatever is due at once is told in the same transaction, so a post never stands on
    the desk without anybody having heard of it. Rungs of an earlier stay are cancelled.
    """
    _cancel(post, at)
    ladder = ladder_of(post, assessment, at)
    hours = working_hours([post.unit])[post.unit.pk]
    rungs = [
        LadderStep(post=post, queued_at=at, ladder=ladder.slug, number=rung.number, due_at=rung.due_at, row=rung.row)
        for rung in lay(ladder, at, hours)
    ]
    LadderStep.objects.bulk_create(rungs)
    step([rung for rung in rungs if rung.due_at <= at], at)
    return rungs


def leave_queue(post: Post, at: datetime) -> int:
    """Cancel the rungs that still wait, inside the caller's transaction; return how many.

    A question that the author has not answered ends with the stay.
    """
    if post.question_since is not None:
        Post.objects.filter(pk=post.pk).update(question_since=None)
        post.question_since = None
    return _cancel(post, at)


def change_ladder(post: Post, assessment: Assessment, at: datetime) -> bool:
    """Begin the ladder that a new verdict asks for, where it is not the one the post is climbing.

    For a post that stays in the queue while its light changes. Inside the caller's transaction.
    """
    climbing = LadderStep.objects.filter(post=post).order_by("-queued_at").values_list("ladder", flat=True).first()
    if climbing == ladder_of(post, assessment, at).slug:
        return False
    enter_queue(post, assessment, at)
    return True


def ladder_of(post: Post, assessment: Assessment, at: datetime) -> Ladder:
    """The ladder of the edition in force for this verdict on this post."""
    edition = edition_in_force(at).edition
    light, release = Rag(assessment.light), Release(assessment.release)
    return ladder_for(edition, light, release, assessment.topics, post.threat_to_life)


def _cancel(post: Post, at: datetime) -> int:
    waiting = LadderStep.objects.filter(post=post, state__in=OPEN)
    return waiting.update(state="cancelled", settled_at=at)
