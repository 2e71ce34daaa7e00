"""Whatever goes out was read by the policy; whatever travels by e-mail or into a link was not taken on trust."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import SocialAccount, User
from accounts.services.operators import add_operator
from accounts.services.units import create_unit
from governance.services import guidance
from posts.channels.base import Receipt
from posts.domain.draft_content import DraftContent
from posts.models import Post, Publication
from posts.services import conversation, drafting, publishing, review, submission
from posts.services.problems import SubmissionRefused
from posts.services.settling import settle
from tests.factories import people
from tests.factories import posts as factory
from tests.factories.places import unit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "stated", [{"variants": {"noticeboard": "Fireworks tonight at the ward panel."}}, {"content_warning": "Fireworks"}]
)
def test_guidance_reads_the_words_for_one_channel_and_the_warning_too(
    stated: dict[str, object], camden_officer: User, camden_noticeboard: SocialAccount, press_bureau: User
) -> None:
    now = timezone.now()
    said = guidance.Advice(
        title="Disorder",
        advice="Say nothing yet.",
        light="red",
        release="ask",
        starts_at=now - timedelta(minutes=1),
        ends_at=now + timedelta(days=1),
        words=["fireworks"],
    )
    guidance.publish(said, actor=press_bureau)
    assert factory.sent(camden_officer, camden_noticeboard, factory.GREEN, **stated).light == "red"


def test_a_text_for_one_channel_that_is_only_spaces_is_none(
    camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, variants={"noticeboard": "   "})
    part = post.current_revision.parts.get()
    assert not part.variants.exists()


def test_accounts_of_two_units_of_one_name_are_never_one_post(camden_officer: User, camden_communicator: User) -> None:
    first, second = (
        create_unit(slug=slug, name="Abbey", kind="ward", parent=unit(borough), actor=None)
        for slug, borough in (("abbey-camden", "camden"), ("abbey-hackney", "hackney"))
    )
    here, there = people.account(first.slug, camden_officer), people.account(second.slug, camden_officer)
    content = DraftContent(parts=(factory.GREEN,), accounts=(here.pk, there.pk))
    post = drafting.start(camden_officer, content, timezone.now())
    with pytest.raises(SubmissionRefused):
        submission.submit(post, camden_officer, 1, timezone.now())


def test_somebody_whose_appointment_ended_may_begin_a_draft_without_choosing_an_account(
    camden_noticeboard: SocialAccount,
) -> None:
    guest = people.nobody()
    add_operator(camden_noticeboard, guest, actor=None)
    assert drafting.start(guest, DraftContent(parts=("Hello",)), timezone.now()).unit == camden_noticeboard.unit


@pytest.mark.parametrize("kind", ["comment", "ask_author"])
def test_no_notice_of_a_conversation_carries_the_words_of_the_post(
    kind: str, camden_officer: User, camden_noticeboard: SocialAccount, camden_communicator: User
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard, factory.RED)
    getattr(conversation, kind)(post, camden_communicator, "Which court?", timezone.now())
    (notice,) = camden_officer.notices.filter(url__endswith="#conversation")
    assert "31-year-old" not in notice.subject + notice.body


def test_a_platform_cannot_put_a_script_into_the_link_to_a_post(
    camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    post = factory.sent(camden_officer, camden_noticeboard)
    now = timezone.now()
    (row,) = publishing.claim(1, now)
    assert publishing._prepare_and_begin(row, now) is not None
    settle(row, Receipt("1", "javascript:alert(1)"), now)
    assert Publication.objects.get().platform_url == ""
    assert Post.objects.get(pk=post.pk).status == "released"


def test_decisions_on_the_posts_of_a_unit_are_shown_to_nobody_who_only_writes_for_it(
    camden_spoc: User,
    hackney_officer: User,
    hackney_noticeboard: SocialAccount,
    press_bureau: User,
    client: Client,
) -> None:
    add_operator(hackney_noticeboard, camden_spoc, actor=None)
    other = factory.sent(hackney_officer, hackney_noticeboard, factory.RED)
    review.reject(other, press_bureau, factory.seen(other), timezone.now(), [], "Names a person.")
    mine = factory.sent(camden_spoc, hackney_noticeboard, factory.RED)
    for person, shown in ((camden_spoc, False), (press_bureau, True)):
        client.force_login(person)
        page = client.get(f"/desk/{mine.pk}/")
        assert page.status_code == 200
        assert ("Names a person." in page.content.decode()) is shown
