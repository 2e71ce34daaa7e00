"""The desk as a page and as the part of it that is polled: groups, tabs and filters."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from governance.selectors import edition_in_force
from posts.domain import desk_words, ladder_words
from posts.domain.desk_asked import DECIDE, TABS, Asked
from posts.forms.desk import DeskForm
from posts.models import Post, Review
from posts.selectors import desk, desk_queues, duty
from posts.selectors.desk import Reach
from posts.selectors.desk_facts import Facts, facts_about
from posts.selectors.desk_queues import COUNTED, PAGE, Queue
from posts.views.asking import Request
from posts.views.desk_address import address
from posts.views.desk_empty import nothing_here
from posts.views.desk_rows import decided_row, row

if TYPE_CHECKING:
    from accounts.models import User

FRESH_FOR = 20
LAMPS = {"red": "red", "amber": "amber", "acknowledge": "amber"}
GROUPS = {
    DECIDE: ("Decide", "{} for a decision before they can be published", ("waits", "wait")),
    "acknowledge": ("Acknowledge", "{} published. You can withdraw them.", ("is", "are")),
    "held": ("Held", "{} judged again when the stop ends. Nobody can release them before.", ("is", "are")),
}
OF_TAB = {"": tuple(GROUPS), "red": (DECIDE,), "amber": (DECIDE,), "decided": ()}


@dataclass
class Desk:
    """One look at a desk: who looks, at what, when, and what was found."""

    reach: Reach
    form: DeskForm
    asked: Asked
    now: datetime
    queues: dict[str, Queue]
    counts: dict[str, int]
    decided: list[Review]

    @property
    def person(self) -> "User":
        """Whose desk it is."""
        return self.reach.person

    @property
    def posts(self) -> list[Post]:
        """Every post shown, in order."""
        return [post for queue in self.queues.values() for post in queue.posts]

    @property
    def version(self) -> str:
        """A short text that changes when what is shown changes, and every twenty seconds for the sake of the waits."""
        standing = [_standing(post) for post in self.posts]
        made = [review.pk for review in self.decided]
        moment = int(self.now.timestamp()) // FRESH_FOR
        told = repr((self.person.pk, self.asked, self.counts, standing, made, moment))
        return hashlib.sha256(told.encode()).hexdigest()[:32]


def look(request: Request) -> Desk:
    """Read what is asked for and find it."""
    reach, now = desk.reach_of(request.user), timezone.now()
    form = _form(request, now)
    asked = form.asked()
    queues = {name: _queue(name, reach, asked, now) for name in OF_TAB.get(asked.tab, (asked.tab,))}
    decided = list(_decided_today(reach)[:PAGE]) if asked.tab == "decided" else []
    return Desk(reach, form, asked, now, queues, _counts(reach, asked, now), decided)


def address_asked(request: Request) -> str:
    """The desk with the filters of this request's address."""
    return address(_form(request, timezone.now()).asked())


def context_of(found: Desk) -> dict[str, Any]:
    """Everything the polled part shows."""
    facts = facts_about([*found.posts, *(review.post for review in found.decided)], found.now)
    return {
        "desk": found,
        "name": duty.desk_name(found.person),
        "status": _status(found),
        "tabs": [
            _tab(tab, found) for tab in TABS if tab != "held" or found.counts["held"] or found.asked.tab == "held"
        ],
        "groups": [_group(name, queue, found, facts) for name, queue in found.queues.items() if queue.posts],
        "decided": [decided_row(review, facts, found.now) for review in found.decided],
        "empty": None if found.posts or found.decided else _nothing(found),
        "poll_url": f"{reverse('desk-list')}?{urlencode(found.asked.parameters())}",
    }


def _form(request: Request, now: datetime) -> DeskForm:
    person = request.user
    return DeskForm(
        request.GET,
        units=desk.units_to_choose(person),
        edition=edition_in_force(now).edition,
        everything=f"All of {duty.desk_name(person).removesuffix(' desk')}",
    )


def _nothing(found: Desk) -> dict[str, Any]:
    return nothing_here(found.reach, found.asked, found.counts["decided"], found.now)


def _queue(name: str, reach: Reach, asked: Asked, now: datetime) -> Queue:
    if name == "acknowledge":
        return desk_queues.page(desk_queues.acknowledge(reach, asked, now), asked)
    if name == "held":
        return desk_queues.page(desk_queues.held(reach, asked, now), asked)
    return desk_queues.page(desk_queues.decide(reach, asked, now), asked, by_urgency=True)


def _decided_today(reach: Reach) -> QuerySet[Review]:
    return desk.decided_since(reach.person, desk.since_midnight(), reach)


def _counts(reach: Reach, asked: Asked, now: datetime) -> dict[str, int]:
    counts = {
        "red": desk_queues.count(desk_queues.decide(reach, asked.on("red"), now)),
        "amber": desk_queues.count(desk_queues.decide(reach, asked.on("amber"), now)),
        "acknowledge": desk_queues.count(desk_queues.acknowledge(reach, asked, now)),
        "held": desk_queues.count(desk_queues.held(reach, asked, now)),
        "decided": desk_queues.count(_decided_today(reach)),
    }
    counts[DECIDE] = counts["red"] + counts["amber"]
    counts[""] = counts[DECIDE] + counts["acknowledge"] + counts["held"]
    return counts


def _tab(tab: str, found: Desk) -> dict[str, Any]:
    shown = "" if found.asked.tab == DECIDE else found.asked.tab
    return {
        "label": TABS[tab],
        "url": address(found.asked.on(tab)),
        "count": desk_words.how_many(found.counts[tab], COUNTED),
        "current": tab == shown,
        "rag": LAMPS.get(tab, ""),
    }


def _group(name: str, queue: Queue, found: Desk, facts: Facts) -> dict[str, Any]:
    title, note, (one, many) = GROUPS[name]
    number = found.counts[found.asked.tab if found.asked.tab in ("red", "amber") else name]
    said = f"{desk_words.how_many(number, COUNTED)} {one if number == 1 else many}"
    words = note.format(said) if number != 1 else note.format(said).replace("they", "it").replace("them", "it")
    tab = found.asked.tab or name
    return {
        "name": name,
        "title": title,
        "note": words,
        "rows": [row(post, found.person, facts, found.asked, found.now) for post in queue.posts],
        "choose_url": address(found.asked.on("acknowledge"), choose=1) if name == "acknowledge" and number > 1 else "",
        "more_url": address(found.asked.on(tab), after=queue.more) if queue.more else "",
    }


def _status(found: Desk) -> str:
    said = f"Up to date at {timezone.localtime(found.now):%H:%M:%S}."
    reds = [
        post.queued_at for post in found.posts if post.light == "red" and post.queued_at and not post.must_acknowledge
    ]
    return f"{said} Oldest red: {ladder_words.waited(found.now - min(reds))}." if reds else said


def _standing(post: Post) -> tuple[object, ...]:
    return (
        post.pk,
        post.status,
        post.assessment_id,
        post.current_revision_id,
        post.claimed_by_id,
        post.claimed_until,
        post.question_since,
        post.queued_at,
    )
