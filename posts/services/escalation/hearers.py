"""Who hears of a rung: its audience, less those who may not see the post and those who may not decide it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import rules

from accounts import selectors as people
from accounts.domain.roles import COVERS_ALL
from posts.models import Draft, Post, Revision
from posts.permissions import PostPermission

if TYPE_CHECKING:
    from accounts.models import User

EVERYWHERE_THE_SAME = frozenset({"head-of-dmc-on-call", *COVERS_ALL})


class Hearers:
    """The audiences of one batch, each looked up once. People in them are current, active and not suspended."""

    def __init__(self, posts: Sequence[Post], now: datetime) -> None:
        self.now = now
        self._makers = _makers(posts)
        self._audiences: dict[tuple[str, int], list[User]] = {}
        self._known: dict[int, User] = {}

    def of(self, post: Post, audience: Iterable[str]) -> "list[User]":
        """The people to tell, in the order of the ladder, each once. Never the author or a maker of a revision."""
        named = {person.pk: person for slug in audience for person in self._audience(slug, post)}
        took_part = self._makers[post.pk] | {post.author_id}
        return [
            person
            for pk, person in named.items()
            if pk not in took_part and rules.has_perm(PostPermission.SEE, person, post)
        ]

    def _audience(self, slug: str, post: Post) -> "list[User]":
        place = (slug, 0 if slug in EVERYWHERE_THE_SAME else post.unit_id)
        if place not in self._audiences:
            found = people.audience(slug, post.unit, self.now)
            self._audiences[place] = [self._known.setdefault(person.pk, person) for person in found]
        return self._audiences[place]


def _makers(posts: Sequence[Post]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    pks = {post.pk for post in posts}
    made = Revision.objects.filter(post__in=pks).values_list("post_id", "made_by_id")
    helped = Draft.helpers.through.objects.filter(draft__in=pks).values_list("draft_id", "user_id")
    for post, person in made.union(helped):
        found[post].add(person)
    return found
