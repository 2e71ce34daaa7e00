"""Small questions about one person and one post. Each answers False where there is no person or no post."""

from typing import TYPE_CHECKING

import rules

from accounts import selectors as people
from accounts.domain.roles import MAY_EVER_DECIDE, Role
from governance.domain.rag import Rag
from governance.selectors import edition_in_force
from posts.models import Draft, Post

if TYPE_CHECKING:
    from accounts.models import User

SEE_THEIR_UNITS_POSTS = frozenset(Role) - {Role.OFFICER}
MAY_SPEAK = MAY_EVER_DECIDE | {Role.COMMANDER}
MAY_HELP_WRITE = frozenset({Role.SPOC, Role.COMMUNICATOR})


@rules.predicate
def is_author(user: "User | None", post: Post | None) -> bool:
    """Whether this person began the post."""
    return user is not None and post is not None and post.author_id == user.pk


@rules.predicate
def made_a_revision(user: "User | None", post: Post | None) -> bool:
    """Whether this person sent any revision of the post, or changed the words of one that somebody else sent."""
    if user is None or post is None:
        return False
    return post.revisions.filter(made_by=user).exists() or Draft.objects.filter(post=post, helpers=user).exists()


@rules.predicate
def took_no_part(user: "User | None", post: Post | None) -> bool:
    """Whether this person neither began the post nor made any revision of it (four eyes)."""
    if user is None or post is None:
        return False
    return not (is_author(user, post) or made_a_revision(user, post))


@rules.predicate
def is_named_by_the_table(user: "User | None", post: Post | None) -> bool:
    """Whether the edition's table lets a role of theirs decide this light and these topics ("Who decides")."""
    if user is None or post is None or post.assessment is None:
        return False
    edition = edition_in_force().edition
    light, topics = Rag(post.assessment.light), post.assessment.topics
    return any(edition.may_decide(light, topics, role) for role in people.roles_for(user, post.unit))


@rules.predicate
def covers_its_unit(user: "User | None", post: Post | None) -> bool:
    """Whether a role beyond officer covers the post's unit."""
    return user is not None and post is not None and bool(people.roles_for(user, post.unit) & SEE_THEIR_UNITS_POSTS)


@rules.predicate
def speaks_for_its_unit(user: "User | None", post: Post | None) -> bool:
    """Whether a role that decides, or commands, covers the unit: whoever only reads or administers says nothing."""
    return user is not None and post is not None and bool(people.roles_for(user, post.unit) & MAY_SPEAK)


@rules.predicate
def may_help_write(user: "User | None", post: Post | None) -> bool:
    """Whether they are the SPOC or communicator who may edit and pass on."""
    return user is not None and post is not None and bool(people.roles_for(user, post.unit) & MAY_HELP_WRITE)


@rules.predicate
def may_bypass_here(user: "User | None", post: Post | None) -> bool:
    """Whether an appointment covering the unit says `may_bypass`."""
    if user is None or post is None:
        return False
    return any(one.may_bypass and one.covers(post.unit) for one in user.current_appointments())


@rules.predicate
def may_ever_decide(user: "User | None", _: object = None) -> bool:
    """Whether any of their appointments belongs to a role that decides."""
    if user is None or not user.is_authenticated:
        return False
    return any(one.role in MAY_EVER_DECIDE for one in user.current_appointments())


@rules.predicate
def may_post_from_something(user: "User | None", _: object = None) -> bool:
    """Whether there is any account they may post from."""
    return user is not None and user.is_authenticated and people.accounts_to_post_from(user).exists()


@rules.predicate
def is_not_suspended(user: "User | None", _: object = None) -> bool:
    """Whether this person is not suspended."""
    return user is not None and user.is_authenticated and user.suspended_at is None


@rules.predicate
def covers_or_wrote(user: "User | None", post: Post | None) -> bool:
    """Whether the post is theirs or of a unit they cover."""
    return is_author(user, post) or covers_its_unit(user, post)
