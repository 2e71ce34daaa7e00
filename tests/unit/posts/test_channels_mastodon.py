"""The Mastodon room against a platform that misbehaves: each failure is sorted by whether anything was taken."""

from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image

from posts.channels.base import ChannelError, ErrorKind, Outgoing, Picture
from posts.channels.mastodon import MastodonChannel, wire
from posts.channels.mastodon.matching import same_text
from tests.services.mastodon import hostile
from tests.services.ports import free_port

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
ROOM = MastodonChannel()


@pytest.fixture
def platform():
    with hostile.serve() as running:
        yield running


def outgoing(url, **changed):
    told = {"text": "Bike marking today", "idempotency_key": "key-1", "reference": 1, "handle": "camden"}
    return Outgoing(**told | {"base_url": url, "secret": "a-token"} | changed)


def failure(platform):
    with pytest.raises(ChannelError) as raised:
        ROOM.send(outgoing(platform.url))
    return raised.value


def test_a_status_goes_out_with_its_key_and_its_token(platform):
    receipt = ROOM.send(outgoing(platform.url))
    (taken,) = platform.taken
    assert (taken["status"], taken["key"], taken["token"]) == ("Bike marking today", "key-1", "Bearer a-token")
    assert receipt.url.endswith(f"/@camden/{receipt.platform_id}")


def test_a_warning_hides_the_text(platform):
    ROOM.send(outgoing(platform.url, content_warning="A collision"))
    form = platform.taken[0]["form"]
    assert (form["spoiler_text"], form["sensitive"]) == ("A collision", "1")


def test_pictures_go_first_and_carry_their_descriptions(platform, tmp_path):
    path = tmp_path / "a.jpg"
    Image.new("RGB", (4, 4)).save(path)
    ROOM.send(outgoing(platform.url, media=(Picture(path, "Officers at the station", "image/jpeg"),)))
    assert platform.pictures[0]["description"] == "Officers at the station"
    assert platform.asked[-2:] == ["/api/v2/media", "/api/v1/statuses"]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("throttle", ErrorKind.RETRY),
        ("busy", ErrorKind.RETRY),
        ("revoke", ErrorKind.PERMANENT),
        ("refuse", ErrorKind.PERMANENT),
        ("break", ErrorKind.UNKNOWN),
        ("cut", ErrorKind.UNKNOWN),
        ("take-and-cut", ErrorKind.UNKNOWN),
        ("take-and-break", ErrorKind.UNKNOWN),
        ("take-and-babble", ErrorKind.UNKNOWN),
    ],
)
def test_each_failure_is_sorted_by_whether_anything_was_taken(platform, fault, kind):
    platform.will(fault)
    assert failure(platform).kind is kind


def test_the_wait_that_the_platform_asks_for_is_passed_on(platform):
    platform.will("throttle")
    assert failure(platform).retry_after == timedelta(seconds=90)


def test_the_platforms_own_words_reach_the_person(platform):
    platform.will("refuse")
    assert failure(platform).message == "The server answered 422: Validation failed: Text limit exceeded."


def test_a_revoked_token_is_named_and_never_shown(platform):
    platform.will("revoke")
    refused = failure(platform)
    assert "no longer accepts this account's token" in refused.message
    assert "a-token" not in refused.message


def test_an_answer_that_crawls_ends_at_the_deadline(platform, monkeypatch):
    monkeypatch.setattr(wire, "WHOLE_SECONDS", 0.6)
    platform.will("take-and-crawl")
    assert failure(platform).kind is ErrorKind.UNKNOWN


def test_a_server_that_is_not_there_took_nothing():
    with pytest.raises(ChannelError) as raised:
        ROOM.send(outgoing(f"http://127.0.0.1:{free_port()}"))
    assert raised.value.kind is ErrorKind.RETRY


def test_what_was_taken_without_an_answer_is_found(platform):
    platform.will("take-and-cut")
    failure(platform)
    found = ROOM.find(outgoing(platform.url), datetime.now(UTC) - timedelta(minutes=1))
    assert found is not None
    assert found.platform_id == platform.taken[0]["id"]


def test_what_was_never_taken_is_not_found(platform):
    assert ROOM.find(outgoing(platform.url), LONG_AGO) is None


def test_the_same_words_of_another_row_are_not_taken_for_ours(platform):
    receipt = ROOM.send(outgoing(platform.url))
    assert ROOM.find(outgoing(platform.url), LONG_AGO, {receipt.platform_id}) is None
    assert ROOM.find(outgoing(platform.url), datetime.now(UTC) + timedelta(hours=1)) is None


def test_a_status_that_is_gone_counts_as_deleted(platform):
    receipt = ROOM.send(outgoing(platform.url))
    for _ in range(2):
        ROOM.delete(outgoing(platform.url), receipt.platform_id)
    assert platform.texts() == []


def test_a_quote_is_refused_plainly(platform):
    with pytest.raises(ChannelError, match="not connected yet"):
        ROOM.send(outgoing(platform.url, quoted_handle="@someone"))


def test_a_reply_to_another_server_is_refused_plainly(platform):
    with pytest.raises(ChannelError, match="own server"):
        ROOM.send(outgoing(platform.url, in_reply_to="https://elsewhere.example/@a/12"))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Two lines<br />here</p><p>and more &amp; more</p>", "Two lines\nhere\n\nand more & more"),
        (
            '<p>See <a href="https://met.police.uk/a"><span class="invisible">https://</span>'
            '<span class="">met.police.uk/a</span></a></p>',
            "See https://met.police.uk/a",
        ),
        ('<p>Hi <span class="h-card"><a href="x">@<span>camden</span></a></span></p>', "Hi @camden@council.example"),
    ],
)
def test_a_status_shown_as_html_is_known_again(html, text):
    assert same_text(html, text)
    assert not same_text(html, text + "!")
