"""What there is to ask for: in each borough the same things, made by the services."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone
from PIL import Image

from accounts.models import SocialAccount, User
from accounts.services import register
from governance.models import AuditEvent, Edition, EditionSwitch
from governance.services import guidance, incidents, policy
from posts import outbox
from posts.domain.draft_content import Picture
from posts.domain.publication import PublicationStatus
from posts.models import Post, Publication
from posts.services import claims, media, publishing, review
from tests.factories import people, posts
from tests.factories.places import unit
from tests.matrix.cast import Caller, bring_in

WEDNESDAY = datetime(2027, 1, 13, 11, tzinfo=UTC)


@contextmanager
def forgotten() -> Iterator[None]:
    """Undo everything done inside. Like a test case's own, the block does not count as around a use case."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


@dataclass(frozen=True)
class Borough:
    """The things of one borough, by the keys their addresses are made of."""

    slug: str
    keys: dict[str, int | str]
    posts: dict[str, Post]

    def __getitem__(self, name: str) -> int | str:
        return self.keys[name]


@dataclass(frozen=True)
class World:
    """Everybody, and both boroughs."""

    callers: dict[str, Caller]
    boroughs: dict[str, Borough]


def build() -> World:
    """Make everybody and everything."""
    policy.seed_editions()
    callers = bring_in()
    shared = _shared(callers)
    return World(callers, {slug: _borough(slug, callers, shared) for slug in ("camden", "hackney")})


def _shared(callers: dict[str, Caller]) -> dict[str, int | str]:
    """What belongs to no borough."""
    admin, bureau = people.person("dmc-admin"), callers["Press Bureau"].person
    now = timezone.now()
    other = Edition.objects.get(slug="mps-2012")
    policy.propose_switch(actor=admin, edition_id=other.pk, applies_from=now + timedelta(hours=1))
    advice = guidance.Advice("Fireworks", "Say less.", "amber", "ask", now, now + timedelta(hours=3), ("bangers",))
    nowhere = incidents.Scope("major", "Fire", channels=("bluesky",))
    return {
        "guidance": guidance.publish(advice, actor=bureau).slug,
        "incident": incidents.declare(nowhere, actor=bureau).pk,
        "edition": other.digest,
        "switch": EditionSwitch.objects.get(approved_at=None).pk,
        "handle_trusted": register.trust_handle(channel="x", handle="council", kind="council", actor=None).pk,
    }


def _borough(slug: str, callers: dict[str, Caller], shared: dict[str, int | str]) -> Borough:
    place = slug.title()
    officer, decider = (callers[f"{role}, {place}"].person for role in ("officer", "communicator"))
    assert officer is not None
    assert decider is not None
    board = people.account(slug, officer, handle=f"{slug}-board")
    found = _posts(officer, decider, board)
    keys: dict[str, int | str] = {name: post.pk for name, post in found.items()}
    return Borough(slug, keys | shared | _people(officer, board) | _accounts(slug, officer) | _out(found), found)


def _people(officer: User, board: SocialAccount) -> dict[str, int | str]:
    return {
        "person": officer.pk,
        "appointment": officer.appointments.get().pk,
        "account": board.pk,
        "handle": board.handle,
        "operator": board.operators.get().pk,
        "event": AuditEvent.objects.filter(object_type="socialaccount", object_id=str(board.pk)).latest("pk").pk,
    }


def _accounts(slug: str, officer: User) -> dict[str, int | str]:
    """Accounts asked for, as far as each move needs them."""
    found: dict[str, int | str] = {}
    steps = ["endorse", "support", "train", "approve", "activate", "review", "suspend", "close"]
    for reached, action in enumerate(steps):
        case = register.AccountCase(kind="borough", name=f"To {action}", handle=f"{slug}-{action}")
        account = register.request_account(case, unit=unit(slug), channel="x", actor=officer)
        for step in steps[:reached]:
            register.move_account(account, step, actor=None, reason="As it should be")
        found[f"to_{action}"] = account.pk
    return found


def _posts(officer: User, decider: User, board: SocialAccount) -> dict[str, Post]:
    picture = media.store_upload(_photograph(), officer)
    shown = (Picture(picture.pk, alt="A van", authority="own"),)
    silent = people.account(board.unit.slug, officer, channel="mastodon", handle=f"{board.unit.slug}@social.example")
    found = {
        "draft": posts.draft(officer, board),
        "waiting": posts.sent(officer, board, posts.RED),
        "claimed": posts.sent(officer, board, posts.RED),
        "returned": posts.sent(officer, board, posts.RED),
        "told": posts.sent(officer, board, posts.AMBER, public_domain=True, evidence="The council said so"),
        "out": posts.sent(officer, board, posts.GREEN, pictures=shown),
        "refused": posts.sent(officer, silent),
    }
    publishing.publish_due()
    found["doubtful"] = posts.sent(officer, board)
    _leave_in_doubt()
    found["approved"] = posts.approved(officer, board, decider)
    claims.claim(found["claimed"], decider, timezone.now())
    review.send_back(found["returned"], decider, posts.seen(found["returned"]), timezone.now(), [], "Lose the name.")
    return {name: posts.fresh(post) for name, post in found.items()}


def _leave_in_doubt() -> None:
    """Begin to send what is due, and have no answer."""
    now = timezone.now()
    (row,) = publishing.claim(1, now)
    with transaction.atomic():
        assert outbox.begin(row, None, now)
    with transaction.atomic():
        outbox.settle(row, PublicationStatus.UNKNOWN, now, error="The answer was lost")


def _out(found: dict[str, Post]) -> dict[str, int | str]:
    names = ("out", "refused", "doubtful")
    row = {name: Publication.objects.get(revision=found[name].current_revision) for name in names}
    picture = found["out"].current_revision.parts.get().pictures.get()
    return {
        "notice": row["out"].pk,
        "position": picture.position,
        "media": picture.media_id,
        "delivery_refused": row["refused"].pk,
        "delivery_doubtful": row["doubtful"].pk,
    }


def _photograph() -> SimpleUploadedFile:
    data = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(data, "JPEG")
    return SimpleUploadedFile("van.jpg", data.getvalue(), "image/jpeg")
