"""The forms beside deliveries that wait for a person, as templates/posts/_delivery.html takes them."""

from typing import TYPE_CHECKING

from posts.forms.delivery import FoundForm
from posts.models import Post
from posts.selectors.unsettled import Unsettled, unsettled_of

if TYPE_CHECKING:
    from accounts.models import User

Typed = tuple[int, FoundForm]


def delivery_forms(post: Post, person: "User", typed: Typed | None = None) -> list[tuple[Unsettled, FoundForm]]:
    """Each delivery this person may settle with its form; `typed` is the one that was sent and refused."""
    kept = dict([typed] if typed else [])
    return [(one, kept.get(one.pk) or FoundForm(auto_id=f"delivery-{one.pk}-%s")) for one in unsettled_of(post, person)]
