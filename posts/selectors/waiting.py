"""How long posts have waited and who hears of them next: the waiting bar of the desk, in words and in lengths.

Four queries, however many posts are asked about.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from governance.domain.edition import Edition
from governance.domain.escalation import ladder_for
from governance.domain.rag import Assessment as Verdict
from governance.selectors import edition_in_force
from posts.domain.deadlines import Hours, Rung, foresee, is_pausable, lay
from posts.domain.ladder_view import Ahead, LadderView, Line, Stay, view_of
from posts.domain.workflow import PostStatus
from posts.models import LadderStep, Post
from posts.selectors.working_hours import working_hours

if TYPE_CHECKING:
    from accounts.models import Unit

OUT = (PostStatus.CLEARED, PostStatus.RELEASED)
TOLD, SILENT, OPEN = "done", "silenced", ("waiting", "paused")


def still_waits(post: Post) -> bool:
    """Whether anybody is still wanted: for a decision, or to acknowledge what went out."""
    if post.must_acknowledge and post.status in OUT:
        return post.acknowledged_at is None
    return post.status == PostStatus.WAITING


def ladder_view(post: Post, now: datetime) -> LadderView | None:
    """The ladder of one post; None when it waits for nobody."""
    return ladder_views([post], now).get(post.pk)


def ladder_views(posts: Iterable[Post], now: datetime) -> dict[int, LadderView]:
    """The ladders these posts are climbing, by the post's number. Load the posts with their unit."""
    waiting = {post.pk: post for post in posts if still_waits(post)}
    stays = _latest_stays(waiting)
    edition = edition_in_force(now).edition
    hours = working_hours({post.unit for post in waiting.values()})
    return {pk: view_of(_stay(waiting[pk], rungs, edition, hours, now), now) for pk, rungs in stays.items()}


def ladder_ahead(unit: "Unit", verdict: Verdict, threat_to_life: bool, at: datetime) -> tuple[Line, ...]:
    """Who would be told when, were this sent at `at` and nobody decided."""
    edition = edition_in_force(at).edition
    ladder = ladder_for(edition, verdict.rag, verdict.release, verdict.topics, threat_to_life)
    hours = working_hours([unit])[unit.pk]
    found = (foresee(ladder, rung, at, timedelta(0), rung.due_at, hours) for rung in lay(ladder, at, hours))
    own = unit.has_communicator_of_its_own
    return tuple(Ahead(step.number, moment, step.audience, own).line(at, at) for step, moment in filter(None, found))


def _latest_stays(posts: Iterable[int]) -> dict[int, list[LadderStep]]:
    found: dict[int, list[LadderStep]] = defaultdict(list)
    for rung in LadderStep.objects.filter(post__in=list(posts)).order_by("queued_at", "number"):
        if found[rung.post_id] and found[rung.post_id][0].queued_at != rung.queued_at:
            found[rung.post_id].clear()
        found[rung.post_id].append(rung)
    return found


def _stay(post: Post, rungs: list[LadderStep], edition: Edition, hours: dict[int, Hours], now: datetime) -> Stay:
    first, since = rungs[0], post.question_since
    stopped = since if since is not None and is_pausable(first.ladder) else None
    return Stay(
        entered_at=first.queued_at,
        put_off=max(rung.put_off for rung in rungs),
        stopped_at=stopped,
        is_out=post.must_acknowledge,
        behind=tuple((rung.number, rung.due_at) for rung in rungs if rung.state in (TOLD, SILENT)),
        ahead=_ahead(post, rungs, edition, hours[post.unit_id], stopped or now),
    )


def _ahead(post: Post, rungs: list[LadderStep], edition: Edition, hours: Hours, now: datetime) -> tuple[Ahead, ...]:
    own, found = post.unit.has_communicator_of_its_own, []
    for rung in (rung for rung in rungs if rung.state in OPEN):
        ladder = edition.ladders.get(rung.ladder) or edition.ladders["red"]
        place = Rung(rung.number, rung.due_at, rung.row)
        foreseen = foresee(ladder, place, rung.queued_at, rung.put_off, min(now, rung.due_at), hours)
        if foreseen is not None:
            found.append(Ahead(rung.number, foreseen[1], foreseen[0].audience, own))
    return tuple(sorted(found, key=lambda one: (one.at, one.number)))
