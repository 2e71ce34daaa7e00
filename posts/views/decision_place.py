"""Where a post stands on the desk: which is before it, which after, and which comes next when it is done."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from posts.models import Post
from posts.selectors import desk, duty
from posts.selectors.desk_queues import PAGE

if TYPE_CHECKING:
    from accounts.models import User


def place_on_desk(post: Post, person: "User", now: datetime) -> dict[str, Any]:
    """The desk's name, "Item 2 of 6 to decide", and links to the neighbours."""
    queue = list(desk.to_decide(person).values_list("pk", flat=True)[:PAGE])
    place = queue.index(post.pk) if post.pk in queue else None
    before = queue[place - 1] if place else None
    after = queue[place + 1] if place is not None and place + 1 < len(queue) else None
    if place is None and queue:
        after = queue[0]
    return {
        "desk": duty.desk_name(person),
        "words": "" if place is None else f"Item {place + 1} of {len(queue)} to decide",
        "previous_url": reverse("desk-item", args=[before]) if before else "",
        "next_url": reverse("desk-item", args=[after]) if after else "",
    }


def next_address(person: "User", now: datetime) -> str:
    """The first post this person can take on, to go to when one is done; else the desk."""
    waiting = desk.to_decide(person)[:PAGE]
    free = (post for post in waiting if not _taken_by_another(post, person, now))
    following = next(free, None)
    return f"{reverse('desk-item', args=[following.pk])}?next=1" if following else reverse("desk")


def _taken_by_another(post: Post, person: "User", now: datetime) -> bool:
    return post.claimed_until is not None and post.claimed_until > now and post.claimed_by_id != person.pk
