"""The Mastodon room against the third party's mock server: our requests have the shape that a client's should."""

from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image

from posts.channels.base import ChannelError, ErrorKind, Outgoing, Picture
from posts.channels.mastodon import MastodonChannel
from tests.services.mastodon import mock

ROOM = MastodonChannel()


@pytest.fixture(scope="module")
def url():
    with mock.serve() as address:
        yield address


def outgoing(url, **changed):
    told = {"text": "Bike marking today", "idempotency_key": "key", "reference": 1, "handle": "camden"}
    return Outgoing(**told | {"base_url": url, "secret": mock.TOKEN} | changed)


def test_a_status_with_a_picture_is_taken_found_and_deleted(url, tmp_path):
    path = tmp_path / "a.jpg"
    Image.new("RGB", (40, 40)).save(path)
    mine = outgoing(url, idempotency_key="with-picture", media=(Picture(path, "A van", "image/jpeg"),))
    since = datetime.now(UTC) - timedelta(minutes=1)
    receipt = ROOM.send(mine)
    assert ROOM.find(mine, since) == receipt
    ROOM.delete(mine, receipt.platform_id)
    assert ROOM.find(mine, since) is None


def test_the_same_key_is_taken_once(url):
    assert ROOM.send(outgoing(url)) == ROOM.send(outgoing(url))


def test_a_wrong_token_is_refused_for_good(url):
    with pytest.raises(ChannelError) as raised:
        ROOM.send(outgoing(url, secret="not-it"))
    assert raised.value.kind is ErrorKind.PERMANENT
