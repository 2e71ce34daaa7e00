"""What the pages are looked at with: a portal that has just begun, and one with everything on it.

Both are built by the services on a Wednesday morning. The keys are what the addresses in states.py are made of.
"""

from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageDraw

from accounts.models import SocialAccount, User
from accounts.services import invitations, register
from accounts.services import people as service
from governance.models import AuditEvent, Edition, EditionSwitch
from governance.services import guidance, incidents, policy, sealing
from posts import outbox
from posts.domain.draft_content import Picture
from posts.domain.publication import PublicationStatus
from posts.models import Post, Publication
from posts.services import claims, conversation, media, publishing, review
from tests.factories import people, posts
from tests.factories.places import unit

Keys = dict[str, int | str]
Cast = dict[str, User]
PUBLIC = {"public_domain": True, "evidence": "Press office, 12:40, https://news.example/pr-2026-11873"}
ROLES: Mapping[str, tuple[str, str, str]] = {
    "officer": ("officer", "camden", "PC Imran Sadler"),
    "spoc": ("spoc", "camden", "Sgt Dele Ogunbanjo"),
    "communicator": ("communicator", "camden", "Farah Okonjo"),
    "commander": ("commander", "camden", "Ch Supt Rhian Pascoe"),
    "hackney": ("officer", "hackney", "PC Hollie Marchetti"),
    "hackney-communicator": ("communicator", "hackney", "Ben Laverick"),
    "social": ("social-media-team", "", "Niamh Kerrigan"),
    "bureau": ("press-bureau", "", "Ruaridh Bell"),
    "admin": ("dmc-admin", "", "Ffion Prosser"),
    "auditor": ("auditor", "", "Kit Adeyinka"),
}


def bring_in() -> Cast:
    """Make the people, everybody with the appointment of their role; nobody has been told anything yet."""
    policy.seed_editions()
    cast = {
        key: people.person(role, place, name=name, email=f"{key}@{place or 'dmc'}.demo")
        for key, (role, place, name) in ROLES.items()
    }
    cast["keyless"] = service.add_person(email="keyless@force.example", display_name="Noor Qadri", actor=None)
    return cast


def empty(cast: Cast) -> Keys:
    """A portal that has just begun: an account to post from, and nothing else."""
    people.account("camden", cast["officer"], handle="camden", name="Camden Police")
    return {}


def full(cast: Cast) -> Keys:
    """A portal in use, with something in every group of every list."""
    officer = cast["officer"]
    board = people.account("camden", officer, cast["spoc"], handle="camden", name="Camden Police")
    hackney = people.account("hackney", cast["hackney"], handle="hackney", name="Hackney Police")
    silent = people.account("camden", officer, channel="mastodon", handle="camden@social.example", name="Camden Police")
    keys: Keys = {"board": board.pk, "operator": board.operators.order_by("pk")[0].pk}
    keys |= _policy(cast) | _people(cast) | _accounts(officer)
    keys |= _out(officer, cast["communicator"], board, silent) | _to_decide(cast, board, hackney)
    keys["event"] = AuditEvent.objects.filter(object_type="post").latest("pk").pk
    sealing.seal_what_is_new()
    return keys


def _policy(cast: Cast) -> Keys:
    now, bureau = timezone.now(), cast["bureau"]
    other = Edition.objects.get(slug="mps-2012")
    policy.propose_switch(
        actor=people.person("dmc-admin", name="Idris Fane"), edition_id=other.pk, applies_from=now + timedelta(hours=4)
    )
    advice = guidance.Advice(
        "Fireworks", "Do not say who sold them.", "amber", "ask", now, now + timedelta(days=2), ("bangers",)
    )
    ended = incidents.declare(incidents.Scope("silver", "March through Westminster", channels=("x",)), actor=bureau)
    incidents.stand_down(ended.pk, actor=bureau)
    scope = incidents.Scope("major", "Fire at Surrey Quays", unit_ids=[unit("hackney").pk])
    return {
        "edition": other.digest,
        "switch": EditionSwitch.objects.get(approved_at=None).pk,
        "guidance": guidance.publish(advice, actor=bureau).slug,
        "incident": incidents.declare(scope, actor=bureau).pk,
        "trusted": register.trust_handle(channel="x", handle="CamdenCouncil", kind="council", actor=None).pk,
    }


def _people(cast: Cast) -> Keys:
    stopped = people.person("officer", "camden", name="PC Sam Holloway")
    service.suspend_person(stopped, actor=None, reason="A complaint is looked into.")
    newcomer = service.add_person(email="newcomer@force.example", display_name="PC Ada Brennan", actor=None)
    TOTP.activate(cast["bureau"], generate_totp_secret())
    RecoveryCodes.activate(cast["bureau"])
    return {
        "person": cast["officer"].pk,
        "suspended": stopped.pk,
        "appointment": cast["officer"].appointments.get().pk,
        "link": invitations.password_link(newcomer, actor=None).split("//")[-1].split("/", 1)[1],
    }


def _accounts(officer: User) -> Keys:
    """Accounts as far as each step of their life asks for."""
    steps = ["endorse", "support", "train", "approve", "activate", "review", "suspend", "close"]
    found: Keys = {}
    for reached, action in enumerate(steps):
        case = register.AccountCase(kind="ward", name=f"Gospel Oak {reached + 1}", handle=f"gospel-oak-{reached + 1}")
        account = register.request_account(case, unit=unit("camden"), channel="x", actor=officer)
        for step in steps[:reached]:
            register.move_account(account, step, actor=None, reason="As it should be")
        found[f"to-{action}"] = account.pk
    return found


def _out(officer: User, communicator: User, board: SocialAccount, silent: SocialAccount) -> Keys:
    """Posts that went out, and what became of them."""
    now = timezone.now()
    picture = media.store_upload(photograph(), officer)
    shown = (Picture(picture.pk, alt="A van outside the station", authority="own"),)
    gone = posts.sent(officer, board, "Our surgery at the library is on Thursday from 10:00 to 12:00. Drop in.")
    told = [posts.sent(officer, board, posts.AMBER, **PUBLIC) for _ in range(2)]
    published = posts.sent(officer, board, posts.GREEN, pictures=shown)
    refused = posts.sent(officer, silent)
    publishing.publish_due()
    review.withdraw(posts.fresh(gone), communicator, now, "The room is closed that day.")
    publishing.publish_due()
    doubtful = posts.sent(officer, board, "Come and meet your ward team at the Saturday market on Queen's Crescent.")
    _leave_in_doubt()
    notices = {key: _notice_of(post) for key, post in {"notice": published, "withdrawn-notice": gone}.items()}
    numbers = _numbers(published=published, withdrawn=gone, told=told[0], refused=refused, doubtful=doubtful)
    return {"media": picture.pk} | numbers | notices


def _leave_in_doubt() -> None:
    """Begin to send what is due, and have no answer."""
    now = timezone.now()
    for row in publishing.claim(1, now):
        with transaction.atomic():
            outbox.begin(row, None, now)
        with transaction.atomic():
            outbox.settle(row, PublicationStatus.UNKNOWN, now, error="The answer was lost")


def _notice_of(post: Post) -> int:
    return Publication.objects.get(revision=posts.fresh(post).current_revision, operation="publish").pk


def _to_decide(cast: Cast, board: SocialAccount, hackney: SocialAccount) -> Keys:
    """Posts on the desk in every state, and those that never got out."""
    officer, communicator, bureau, now = cast["officer"], cast["communicator"], cast["bureau"], timezone.now()
    draft = posts.draft(officer, board, "Half a thought about")
    blank = posts.draft(officer, board, "")
    returned = _returned(posts.sent(officer, board, "A prolific burglar has been charged.", **PUBLIC), bureau)
    again = _returned(posts.sent(officer, board, "A prolific thief has been charged with two burglaries."), bureau)
    red = posts.resent(
        again, "A man from Kentish Town has been charged with two burglaries. He is guilty.", note="Soon?"
    )
    missing = posts.sent(
        officer, board, "Have you seen Theo, 34, missing from Queen's Crescent? Call 999.", threat_to_life=True
    )
    claims.claim(missing, bureau, now)
    asked = posts.sent(officer, board, "Tonight's lantern walk passed with a hum of kazoos.")
    conversation.ask_author(asked, communicator, "Whose kazoos?", now)
    rejected = posts.sent(officer, board, posts.RED)
    review.reject(rejected, communicator, posts.seen(rejected), now, ["Wording or tone"], "The court made an order.")
    tomorrow = (timezone.localtime(now) + timedelta(days=1)).strftime("%Y-%m-%d 09:00")
    scheduled = posts.sent(officer, board, posts.GREEN, when="later", wall_clock=tomorrow)
    approved = posts.approved(officer, board, communicator)
    held = posts.sent(cast["hackney"], hackney, posts.GREEN)
    hackney_red = posts.sent(cast["spoc"], board, posts.RED)
    return _numbers(
        draft=draft,
        blank=blank,
        returned=returned,
        red=red,
        missing=missing,
        asked=asked,
        rejected=rejected,
        scheduled=scheduled,
        approved=approved,
        held=held,
        other=hackney_red,
    )


def _returned(post: Post, by: User) -> Post:
    review.send_back(post, by, posts.seen(post), timezone.now(), ["Wording or tone"], "Take out prolific.")
    return post


def _numbers(**named: Post) -> Keys:
    return {name: post.pk for name, post in named.items()}


def photograph() -> SimpleUploadedFile:
    """A picture of something: a road under a sky."""
    image = Image.new("RGB", (640, 400), "lightsteelblue")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 260, 640, 400), fill="dimgray")
    pen.rectangle((180, 170, 420, 300), fill="white", outline="navy", width=6)
    data = BytesIO()
    image.save(data, "JPEG")
    return SimpleUploadedFile("van.jpg", data.getvalue(), "image/jpeg")
