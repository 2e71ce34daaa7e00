"""Posts as rows of a list: their words, and the one thing their author may do next."""

from typing import Any

from django.urls import reverse

from posts.domain import standing_words
from posts.domain.channel_names import channel_name
from posts.domain.standing import Delivery, Standing
from posts.selectors.mine import Told

S = Standing
TAKE_BACK = frozenset({S.WAITING, S.CLAIMED, S.HELD, S.SCHEDULED, S.GOING_OUT})
WRITE_ON = {S.DRAFT: "Go on writing", S.RETURNED: "Change it"}


def row_of(told: Told) -> dict[str, Any]:
    """One row of My posts, as components/_my_post.html takes it."""
    post, facts = told.post, told.facts
    return {
        "id": f"post-{post.pk}",
        "rag": facts.light,
        "light_note": standing_words.light_note(facts),
        "title": post.headline or "A draft without words",
        "url": reverse("post_edit" if facts.standing is S.DRAFT else "post", args=[post.pk]),
        "place": told.place,
        "steps": standing_words.steps(facts),
        "now": standing_words.who_has_it(facts),
        "next": standing_words.what_next(facts),
        "action": _action(told),
    }


def _action(told: Told) -> dict[str, str]:
    pk, standing = told.post.pk, told.facts.standing
    if standing in WRITE_ON:
        return {"kind": "button", "label": WRITE_ON[standing], "url": reverse("post_edit", args=[pk])}
    if standing is S.ASKED:
        return {"kind": "button", "label": "Answer", "url": f"{reverse('post', args=[pk])}#conversation"}
    if standing in TAKE_BACK:
        return {"kind": "post", "label": "Take it back", "url": reverse("post_reopen", args=[pk])}
    seen = _place_to_see(told)
    if seen:
        return {"kind": "link", "label": f"See it on {channel_name(seen.channel)}", "url": seen.url}
    if standing in (S.PART_PUBLISHED, S.IN_DOUBT, S.REFUSED):
        return {"kind": "link", "label": "Details", "url": reverse("post", args=[pk])}
    return {"kind": "post", "label": "Duplicate", "url": reverse("post_duplicate", args=[pk])}


def _place_to_see(told: Told) -> Delivery | None:
    if told.facts.standing is not S.PUBLISHED:
        return None
    return next((one for one in told.facts.out if one.url), None)
