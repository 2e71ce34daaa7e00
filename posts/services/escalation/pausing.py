"""A question to the author stops the clock of amber, never of red: asking it, and taking the answer."""

from collections.abc import Iterable
from datetime import datetime

from posts.domain.deadlines import PAUSABLE, Rung
from posts.domain.deadlines import resume as after_a_pause
from posts.models import LadderStep, Post
from posts.selectors.working_hours import working_hours
from posts.services.escalation.stepping import OPEN, PAUSED, WAITING


def pause(post: Post, at: datetime) -> None:
    """Note that the author was asked, and stop the clock of an amber ladder. Inside the caller's transaction."""
    if Post.objects.filter(pk=post.pk, question_since=None).update(question_since=at) == 1:
        post.question_since = at
        park([post])


def resume(post: Post, at: datetime) -> None:
    """Note that the author answered, and put every rung that the question stopped off by the length of the pause.

    Inside the caller's transaction.
    """
    since = Post.objects.filter(pk=post.pk).values_list("question_since", flat=True).first()
    if since is None or Post.objects.filter(pk=post.pk, question_since=since).update(question_since=None) != 1:
        return
    post.question_since = None
    hours = working_hours([post.unit])[post.unit.pk]
    rungs = list(LadderStep.objects.filter(post=post, state__in=OPEN, ladder__in=PAUSABLE))
    for rung in rungs:
        later = after_a_pause(Rung(rung.number, rung.due_at, rung.row), at - since, at, hours)
        rung.due_at, rung.put_off, rung.state = later.due_at, rung.put_off + (at - since), WAITING
    LadderStep.objects.bulk_update(rungs, ["due_at", "put_off", "state"])


def park(posts: Iterable[Post]) -> int:
    """Take the rungs of these posts out of the sweep's way until the answer comes; those of red ladders climb on."""
    waiting = LadderStep.objects.filter(post__in=[post.pk for post in posts], ladder__in=PAUSABLE, state=WAITING)
    return waiting.update(state=PAUSED)
