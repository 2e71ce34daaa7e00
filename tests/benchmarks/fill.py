"""Fill the portal's database with copies of the demo's posts: `python -m tests.benchmarks.fill HOW_MANY`.

Rows are copied inside the database, so a hundred thousand take seconds. They stand as services leave them (revision,
part, verdict, rung, delivery, decision, history), but have no audit events: only reading is measured on them.
"""

import os
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import cycle, islice
from typing import Any

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rag_portal.settings")
    django.setup()

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Max, Model
from django.utils import timezone

from accounts.models import Unit, User
from posts.models import Assessment, Draft, LadderStep, Part, Post, Publication, Review, Revision, Transition

SMALL, LARGE = 50, 1_000
FAR = 9_000_000_000  # an epoch so late that nobody judges these again
KINDS = cycle(["red", "over", "told", "amber", "over", "told", "red", "over", "told", "amber"])
PLACES = Revision.accounts.through


def fill(total: int) -> None:
    """Add copies until there are about this many posts: a fifth of them in Camden, the rest all over London."""
    examples = {kind: example(kind) for kind in ("red", "amber", "told", "over")}
    missing = max(0, total - Post.objects.count())
    size = SMALL if missing < 10 * LARGE else LARGE
    camden, others = Unit.objects.get(slug="camden"), cycle(Unit.objects.filter(kind="borough").exclude(slug="camden"))
    officer, spoc = (User.objects.get(email=f"{role}@camden.demo") for role in ("officer", "spoc"))
    own = 8 if size == SMALL else 0
    for number, kind in enumerate(islice(KINDS, -(-missing // size))):
        is_theirs = number < own or (kind == "over" and number % 20 == 1)
        unit = camden if number % 5 == 0 or is_theirs else next(others)
        author, at = officer if is_theirs else spoc, timezone.now() - timedelta(minutes=number)
        batch(examples[kind], size, is_over=kind == "over", unit=unit, author=author, at=at)
    finish()


def example(kind: str) -> Post:
    """The demo's post that these are copies of."""
    standing: dict[str, dict[str, Any]] = {
        "red": {"status": "waiting", "light": "red"},
        "amber": {"status": "waiting", "light": "amber"},
        "told": {"status": "released", "must_acknowledge": True, "acknowledged_at": None},
        "over": {"status": "released", "must_acknowledge": False, "reviews__decision": "approve"},
    }
    found = Post.objects.filter(**standing[kind]).order_by("pk").first()
    if found is None and kind == "amber":
        found = Post.objects.filter(status="waiting").order_by("pk").first()
    assert found is not None, kind
    return found


@transaction.atomic
def batch(post: Post, size: int, *, is_over: bool, unit: Unit, author: User, at: datetime) -> None:
    """Copy one post so many times, with all that hangs on it."""
    copy = partial(copies, size)
    posts, revisions, verdicts, parts = (first_free(one) for one in (Post, Revision, Assessment, Part))
    ended = at - timedelta(days=9) if is_over else post.ended_at and at
    copy(
        Post,
        post.pk,
        id=posts,
        unit_id=unit.pk,
        author_id=author.pk,
        current_revision_id=revisions,
        assessment_id=verdicts,
        created_at=at,
        submitted_at=at,
        queued_at=at,
        ended_at=ended,
        judged_epoch=FAR,
        claimed_by_id=None,
        claimed_until=None,
    )
    copy(Draft, post.pk, post_id=posts, updated_by_id=author.pk)
    copy(Revision, post.current_revision_id, id=revisions, post_id=posts, made_by_id=author.pk, made_at=at)
    copy(Assessment, post.assessment_id, id=verdicts, revision_id=revisions, made_at=at)
    (part,) = post.current_revision.parts.all()
    copy(Part, part.pk, id=parts, revision_id=revisions)
    place = PLACES.objects.filter(revision=post.current_revision_id).earliest("pk")
    copy(PLACES, place.pk, id=first_free(PLACES), revision_id=revisions)
    for step in post.ladder_steps.filter(state="waiting", queued_at=post.queued_at):
        due = at + timedelta(days=900)
        copy(LadderStep, step.pk, id=first_free(LadderStep), post_id=posts, queued_at=at, due_at=due)
    for row in post.current_revision.publications.all()[:1]:
        keys = {"id": first_free(Publication), "revision_id": revisions, "part_id": parts}
        copy(Publication, row.pk, **keys, settled_at=ended or at)
    for review in post.reviews.all():
        keys = {"id": first_free(Review), "post_id": posts, "revision_id": revisions, "assessment_id": verdicts}
        copy(Review, review.pk, **keys, made_at=at)
    for move in post.transitions.filter(revision=post.current_revision_id):
        copy(Transition, move.pk, id=first_free(Transition), post_id=posts, revision_id=revisions, at=at)


def first_free(model: type[Model]) -> int:
    """The number after the last one given."""
    return (model._default_manager.aggregate(last=Max("pk"))["last"] or 0) + 1


def copies(size: int, model: type[Model], key: Any, **changes: Any) -> None:
    """Copy one row so many times; a whole number counts up where it is a key of a copied row, else stands as it is."""
    values, wanted = [], []
    for column in (field.column for field in model._meta.concrete_fields):
        if column in changes:
            counts = column in ("id", "post_id", "revision_id", "assessment_id", "part_id") or column.startswith(
                "current_"
            )
            values.append("%s + i" if counts and changes[column] else "%s")
            wanted.append(changes[column])
        else:
            values.append(f'example."{column}"')
    table, pk = model._meta.db_table, model._meta.pk.column
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    numbers = f"WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < {size - 1})"
    chosen = f'SELECT {", ".join(values)} FROM "{table}" AS example, numbers WHERE example."{pk}" = %s'
    with connection.cursor() as cursor:
        cursor.execute(f'{numbers} INSERT INTO "{table}" ({columns}) {chosen}', [*wanted, key])


def finish() -> None:
    """Let numbering go on after the copies, and the planner know of them."""
    models = (Post, Revision, Assessment, Part, PLACES, LadderStep, Publication, Review, Transition)
    with connection.cursor() as cursor:
        for line in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(line)
        cursor.execute("ANALYZE")


def told() -> Iterator[str]:
    """How many there are now."""
    yield f"{Post.objects.count()} posts, {Post.objects.filter(status='waiting').count()} waiting"


if __name__ == "__main__":
    fill(int(sys.argv[1]))
    sys.stdout.write("\n".join(told()))
