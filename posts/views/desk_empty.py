"""What a desk says on which nothing stands: that it is empty, when the last one went, and that you may look away."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import rules
from django.urls import reverse

from posts.domain import desk_words, ladder_words
from posts.domain.desk_asked import Asked
from posts.domain.moments import at_or_on
from posts.permissions import PostPermission
from posts.selectors import desk, duty
from posts.selectors.desk import Reach
from posts.selectors.desk_queues import COUNTED
from posts.views.desk_address import address

if TYPE_CHECKING:
    from accounts.models import User

NOTHING_OF = {
    "decided": ("Nothing decided today", "Decisions of today stand here as they are made."),
    "held": ("Nothing is held", "Posts that an incident or a suspension stops stand here until it ends."),
}


def nothing_here(reach: Reach, asked: Asked, decided: int, now: datetime) -> dict[str, Any]:
    """Return the words and links of an empty desk, or of an empty part of it."""
    if asked.is_narrowed or asked.after:
        links = [{"url": address(Asked(tab=asked.tab)), "text": "Show everything"}]
        return {"title": "Nothing like that is waiting", "text": "Your filters leave nothing over.", "links": links}
    if asked.tab in NOTHING_OF:
        title, text = NOTHING_OF[asked.tab]
        return {"title": title, "text": text, "links": []}
    line = duty.duty_line(reach.person, now)
    return {
        "title": "Nothing is waiting",
        "text": _last_one(reach, now),
        "text2": f"{line} This page tells you when something arrives.".strip(),
        "links": _links(reach.person, asked, decided),
    }


def _links(person: "User", asked: Asked, decided: int) -> list[dict[str, str]]:
    links = []
    if decided:
        said = f"See the {desk_words.how_many(decided, COUNTED)} decided today"
        links.append({"url": address(asked.on("decided")), "text": said})
    if rules.has_perm(PostPermission.DRAFT, person):
        links.append({"url": reverse("compose"), "text": "Draft a post"})
    return links


def _last_one(reach: Reach, now: datetime) -> str:
    last = desk.last_decision(reach)
    if last is None:
        return "Nothing has been decided here yet."
    who = "you" if last.reviewer == reach.person else str(last.reviewer)
    began = last.post.queued_at
    after = f" after {ladder_words.waited(last.made_at - began)}" if began and began < last.made_at else ""
    article = "an amber" if last.assessment.light == "amber" else f"a {last.assessment.light}"
    done = "acknowledged" if last.decision == "acknowledge" else "decided"
    return f"The last one, {article}, was {done} by {who} {at_or_on(last.made_at, now)}{after}."
