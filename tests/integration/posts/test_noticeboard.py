"""The public noticeboard shows what is published, to everybody, and nothing else."""

import io
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from governance.models import AuditEvent
from posts.domain.draft_content import Picture
from posts.models import Publication
from posts.services import media, publishing, review
from tests.factories import posts

pytestmark = pytest.mark.django_db


def upload(officer, name="van.jpg"):
    written = io.BytesIO()
    Image.new("RGB", (40, 20)).save(written, "JPEG")
    return media.store_upload(SimpleUploadedFile(name, written.getvalue()), officer)


@pytest.fixture
def published(camden_officer, camden_noticeboard):
    post = posts.sent(camden_officer, camden_noticeboard)
    publishing.publish_due()
    return post


def permalink(post):
    return f"/noticeboard/camden/{Publication.objects.get(revision=post.current_revision, operation='publish').pk}/"


@pytest.mark.smoke
@pytest.mark.parametrize("address", ["/noticeboard/", "/noticeboard/camden/", "/noticeboard/CAMDEN/"])
def test_anybody_reads_what_is_published(client, published, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert posts.GREEN in answer.content.decode()


def test_each_notice_has_a_page_with_plain_links_to_share_it(client, published):
    page = client.get(permalink(published)).content.decode()
    assert posts.GREEN in page
    assert "https://bsky.app/intent/compose?" in page


def test_what_is_only_cleared_is_not_shown(client, camden_officer, camden_noticeboard):
    post = posts.sent(camden_officer, camden_noticeboard)
    assert posts.GREEN not in client.get("/noticeboard/").content.decode()
    assert client.get(permalink(post)).status_code == 404


def test_an_empty_board_says_so(client):
    assert "Nothing is up yet" in client.get("/noticeboard/").content.decode()


def test_what_a_post_says_is_text_and_never_markup(client, camden_officer, camden_noticeboard):
    posts.sent(camden_officer, camden_noticeboard, posts.GREEN + " <b>Bring it</b>")
    publishing.publish_due()
    assert "&lt;b&gt;Bring it&lt;/b&gt;" in client.get("/noticeboard/").content.decode()


def test_a_withdrawn_post_leaves_the_board_and_its_page_says_when(client, published, camden_officer):
    review.withdraw(posts.fresh(published), camden_officer, timezone.now(), "Wrong day")
    publishing.publish_due()
    answer = client.get(permalink(published))
    assert answer.status_code == 410
    assert "This notice was withdrawn" in answer.content.decode()
    for page in ("/noticeboard/", "/noticeboard/feed/", permalink(published)):
        assert posts.GREEN not in client.get(page).content.decode()


@pytest.mark.parametrize("feed", ["/noticeboard/feed/", "/noticeboard/camden/feed/"])
def test_the_feed_is_atom_and_carries_the_words(client, published, feed):
    answer = client.get(feed)
    assert answer["Content-Type"].startswith("application/atom+xml")
    entries = ElementTree.fromstring(answer.content).findall("{http://www.w3.org/2005/Atom}entry")
    assert [entry.findtext("{http://www.w3.org/2005/Atom}summary") for entry in entries] == [posts.GREEN]


@pytest.mark.parametrize(
    "address", ["/noticeboard/nobody/", "/noticeboard/nobody/feed/", "/noticeboard/camden/999999999999999999999/"]
)
def test_what_was_never_there_is_not_found(client, published, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("before", ["x", "-1", "99999999999999999999999", "²"])
def test_a_forged_page_number_breaks_nothing(client, published, before):
    assert client.get("/noticeboard/", {"before": before}).status_code == 200


def test_older_notices_are_on_the_next_page(client, camden_officer, camden_noticeboard, monkeypatch):
    monkeypatch.setattr("posts.selectors.noticeboard.PAGE", 2)
    for number in range(3):
        posts.sent(camden_officer, camden_noticeboard, f"{posts.GREEN} Stall {number}.")
        publishing.publish_due()
    first = client.get("/noticeboard/")
    assert "Stall 0." not in first.content.decode()
    assert "Stall 0." in client.get("/noticeboard/" + first.context["older_url"]).content.decode()


def test_a_picture_is_public_only_while_its_post_is(client, camden_officer, camden_noticeboard):
    picture = Picture(upload(camden_officer).pk, "A police van", "own")
    post = posts.sent(camden_officer, camden_noticeboard, pictures=(picture,))
    address = f"{permalink(post)}{post.current_revision.parts.get().pictures.get().position}/"
    assert client.get(address).status_code == 404
    publishing.publish_due()
    assert client.get(address)["Content-Type"] == "image/jpeg"
    assert 'alt="A police van"' in client.get("/noticeboard/").content.decode()
    review.withdraw(posts.fresh(post), camden_officer, timezone.now(), "Wrong picture")
    publishing.publish_due()
    assert client.get(address).status_code == 404


def test_a_master_is_served_to_whoever_may_see_it_and_to_nobody_else(client, camden_officer, hackney_officer):
    address = f"/media/{upload(camden_officer).pk}/"
    assert client.get(address).status_code == 302
    client.force_login(hackney_officer)
    assert client.get(address).status_code == 404
    client.force_login(camden_officer)
    answer = client.get(address)
    assert (answer.status_code, answer["X-Content-Type-Options"]) == (200, "nosniff")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_stored_picture_is_on_record(camden_officer):
    stored = upload(camden_officer)
    assert AuditEvent.objects.filter(action="media.stored", object_id=str(stored.pk)).exists()


def test_an_oversized_picture_is_refused_in_words(camden_officer, settings):
    settings.IMAGE_LIMIT_BYTES = 100
    with pytest.raises(media.MediaRefused, match="larger than"):
        upload(camden_officer)


def test_a_full_disk_is_said_plainly_and_keeps_nothing(camden_officer, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    with pytest.raises(media.MediaRefused, match="no room"):
        upload(camden_officer)
