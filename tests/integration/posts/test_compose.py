"""The composer: what is kept, what is refused, and that nothing typed is ever lost."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import SocialAccount, User
from governance.models import AuditEvent
from posts.models import Media, Post, Revision
from tests.factories import people
from tests.factories import posts as factory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def officer(client: Client, camden_officer: User, camden_noticeboard: SocialAccount) -> Client:
    """A browser in which the officer of Camden, who may post from its noticeboard, is signed in."""
    client.force_login(camden_officer)
    return client


def said(account: SocialAccount, **fields: object) -> dict[str, object]:
    """What the composer's form sends."""
    return {"accounts": [account.pk], "text": factory.GREEN, "when": "now", "version": 0, "act": "save"} | fields


def picture(name: str = "street.jpg") -> SimpleUploadedFile:
    """A real picture."""
    data = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue(), "image/jpeg")


def begun(officer: Client, account: SocialAccount, **fields: object) -> Post:
    """A draft begun through the page."""
    officer.post("/posts/new/", said(account, **fields))
    return Post.objects.order_by("-pk").select_related("draft").get()


def test_opening_the_composer_keeps_nothing(officer: Client) -> None:
    page = officer.get("/posts/new/")
    assert page.status_code == 200
    assert not Post.objects.exists()


def test_somebody_without_an_account_is_told_whom_to_ask(client: Client, camden_commander: User) -> None:
    client.force_login(camden_commander)
    page = client.get("/posts/new/")
    assert (page.status_code, b"Ask your SPOC" in page.content) == (403, True)


def test_what_is_saved_stands_in_the_fields_again(officer: Client, camden_noticeboard: SocialAccount) -> None:
    post = begun(officer, camden_noticeboard, note="Checked with the station", content_warning="Flashing lights")
    page = officer.get(f"/posts/{post.pk}/edit/").content.decode()
    assert "Bike marking at Kentish Town station" in page
    assert "Checked with the station" in page
    assert 'value="Flashing lights"' in page


def test_a_green_draft_that_is_sent_is_cleared(officer: Client, camden_noticeboard: SocialAccount) -> None:
    answer = officer.post("/posts/new/", said(camden_noticeboard, act="send"))
    post = Post.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/posts/{post.pk}/")
    assert (post.status, post.light) == ("cleared", "green")


def test_a_refused_draft_is_kept_with_every_word_and_says_where(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    refused = officer.post(
        "/posts/new/",
        said(camden_noticeboard, act="send", text=factory.AMBER, public_domain="yes", evidence="", note="Keep this"),
    )
    page = refused.content.decode()
    assert refused.status_code == 422
    assert 'href="#evidence"' in page
    assert "Keep this" in page
    assert Post.objects.get().status == "draft"
    assert not Revision.objects.exists()


def test_a_text_beyond_what_the_portal_reads_is_refused_and_stays_in_the_box(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    long = "A" * 10_001
    page = officer.post("/posts/new/", said(camden_noticeboard, text=long))
    assert page.status_code == 422
    assert "10,000 characters is the longest" in page.content.decode()
    assert long in page.content.decode()


def test_an_account_of_somebody_else_is_refused(
    officer: Client, camden_noticeboard: SocialAccount, hackney_noticeboard: SocialAccount
) -> None:
    page = officer.post("/posts/new/", said(hackney_noticeboard, act="send"))
    assert page.status_code == 422
    assert "You cannot post from one of the accounts chosen" in page.content.decode()
    assert not Post.objects.exists()


def test_an_hour_that_does_not_exist_is_refused_with_the_next_one_offered(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    wrong = {"when": "later", "day": "2027-03-28", "time": "01:30"}
    page = officer.post("/posts/new/", said(camden_noticeboard, act="send", **wrong))
    assert page.status_code == 422
    assert "Use 02:00" in page.content.decode()
    post = Post.objects.get()
    officer.post(
        f"/posts/{post.pk}/edit/", said(camden_noticeboard, act="use-time:2027-03-28 02:00", version=1, **wrong)
    )
    post.draft.refresh_from_db()
    assert post.draft.body["wall_clock"] == "2027-03-28 02:00"


def test_an_hour_that_comes_twice_is_taken_as_the_first_and_the_page_says_so(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    post = begun(officer, camden_noticeboard, when="later", day="2027-10-31", time="01:30")
    assert "comes twice that night" in officer.get(f"/posts/{post.pk}/edit/").content.decode()


def test_a_stale_save_shows_both_versions_and_overwrites_nothing(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    post = begun(officer, camden_noticeboard)
    officer.post(f"/posts/{post.pk}/edit/", said(camden_noticeboard, version=1, text="From the second tab"))
    late = officer.post(f"/posts/{post.pk}/edit/", said(camden_noticeboard, version=1, text="From the first tab"))
    page = late.content.decode()
    assert late.status_code == 409
    assert "From the first tab" in page
    assert "From the second tab" in page
    post.draft.refresh_from_db()
    assert post.draft.body["parts"] == ["From the second tab"]


def test_two_saves_of_the_very_same_words_are_in_nobodys_way(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    post = begun(officer, camden_noticeboard)
    for _ in range(2):
        same = officer.post(f"/posts/{post.pk}/edit/", said(camden_noticeboard, version=1, text="The same words"))
        assert same.status_code == 302


def test_a_picture_is_attached_with_its_words_and_taken_off_again(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    post = begun(officer, camden_noticeboard, act="add-picture", file=picture())
    media = Media.objects.get()
    assert post.draft.body["pictures"][0]["media"] == media.pk
    words = {"pictures": [media.pk], f"picture-{media.pk}-alt": "A street", f"picture-{media.pk}-authority": "own"}
    officer.post(f"/posts/{post.pk}/edit/", said(camden_noticeboard, version=1, **words))
    post.draft.refresh_from_db()
    assert post.draft.body["pictures"][0]["alt"] == "A street"
    officer.post(
        f"/posts/{post.pk}/edit/", said(camden_noticeboard, version=2, act=f"remove-picture:{media.pk}", **words)
    )
    post.draft.refresh_from_db()
    assert post.draft.body["pictures"] == []


def test_a_picture_with_its_words_leaves_a_green_post_green(officer: Client, camden_noticeboard: SocialAccount) -> None:
    post = begun(officer, camden_noticeboard, act="add-picture", file=picture())
    media = Media.objects.get()
    words = {"pictures": [media.pk], f"picture-{media.pk}-alt": "A street", f"picture-{media.pk}-authority": "own"}
    officer.post(f"/posts/{post.pk}/edit/", said(camden_noticeboard, version=1, act="send", **words))
    post.refresh_from_db()
    assert (post.light, post.release) == ("green", "go")


def test_a_file_that_is_no_picture_is_refused_at_its_field(officer: Client, camden_noticeboard: SocialAccount) -> None:
    wrong = SimpleUploadedFile("notes.jpg", b"not a picture at all", "image/jpeg")
    page = officer.post("/posts/new/", said(camden_noticeboard, act="add-picture", file=wrong))
    assert page.status_code == 422
    assert 'id="file-error"' in page.content.decode()


def test_accounts_of_two_units_are_offered_a_post_each(
    officer: Client, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    ward = people.account("kentish-town", camden_officer)
    both = said(camden_noticeboard, accounts=[camden_noticeboard.pk, ward.pk])
    page = officer.post("/posts/new/", both | {"act": "send"})
    assert "Make a post for each" in page.content.decode()
    officer.post(f"/posts/{Post.objects.get().pk}/edit/", both | {"act": "split", "version": 1})
    assert [one.draft.body["accounts"] for one in Post.objects.order_by("pk")] == [[camden_noticeboard.pk], [ward.pk]]


def test_a_forged_number_is_not_found(
    officer: Client, hackney_officer: User, hackney_noticeboard: SocialAccount
) -> None:
    theirs = factory.draft(hackney_officer, hackney_noticeboard)
    for path in ("", "edit/"):
        assert officer.get(f"/posts/{theirs.pk}/{path}").status_code == 404
    for path in ("autosave/", "reopen/", "duplicate/", "give-up/", "withdraw/", "comments/"):
        assert officer.post(f"/posts/{theirs.pk}/{path}").status_code == 404
    assert officer.post(f"/posts/verdict/?post={theirs.pk}").status_code == 404
    assert officer.get(f"/posts/{10**17}/").status_code == 404


def test_a_sent_post_is_taken_back_and_written_on(officer: Client, camden_noticeboard: SocialAccount) -> None:
    post = begun(officer, camden_noticeboard, act="send", text=factory.RED)
    assert officer.get(f"/posts/{post.pk}/edit/").status_code == 302
    officer.post(f"/posts/{post.pk}/reopen/")
    post.refresh_from_db()
    assert post.status == "draft"
    assert "has been charged" in officer.get(f"/posts/{post.pk}/edit/").content.decode()


def test_a_duplicate_keeps_the_words_and_leaves_the_declarations_behind(
    officer: Client, camden_noticeboard: SocialAccount
) -> None:
    begun(officer, camden_noticeboard, act="send", text=factory.AMBER, public_domain="yes", evidence="Council news")
    officer.post(f"/posts/{Post.objects.get().pk}/duplicate/")
    copy = Post.objects.order_by("pk").last()
    assert copy is not None
    assert (copy.draft.body["parts"], copy.draft.body["public_domain"]) == ([factory.AMBER], None)
    assert AuditEvent.objects.filter(action="post.begun", object_id=str(copy.pk)).exists()


def test_an_account_on_a_channel_that_is_not_connected_is_shown_and_cannot_be_chosen(
    officer: Client, camden_officer: User, camden_noticeboard: SocialAccount
) -> None:
    bluesky = people.account("camden", camden_officer, channel="bluesky")
    assert "Bluesky is not connected yet" in officer.get("/posts/new/").content.decode()
    assert officer.post("/posts/new/", said(bluesky)).status_code == 422
