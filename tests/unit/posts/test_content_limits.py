"""Every channel counts in its own way. X's cases follow its published conformance suite and configuration 3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posts.domain.content_limits import RULES, length, limit, remaining
from posts.domain.graphemes import graphemes

FAMILY = "👨‍👩‍👧‍👦"
SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("This is a test.", 15),
        ("http://test.com", 23),
        ("https://test.com", 23),
        ("test.com", 23),
        ("Test https://test.com test https://test.com test.com test", 86),
        ("\U00010000\U0010ffff", 4),
        ("저찀쯿쿿", 8),
        ("H\U0001f431☺", 5),
        ("e\u0301", 1),
        ("“Thank you” – from Camden’s officers", 36),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇬🇧", 2),
        (SCOTLAND, 2),
        ("See https://www.met.police.uk/advice?a=1#b.", 28),
        ("Meet at 7.30pm. Bring tea.", 26),
        ("Write to camden@met.police.uk", 29),
    ],
)
def test_x_counts_by_weight(text, weight):
    assert length("x", text) == weight


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("https://www.met.police.uk/a/very/long/address/that/goes/on/and/on", 23),
        ("met.police.uk", 13),
        ("@camden@council.example thanks", 14),
        ("@camden thanks", 14),
        (FAMILY, 1),
        ("e\u0301", 1),
    ],
)
def test_mastodon_counts_links_as_23_and_mentions_without_their_server(text, count):
    assert length("mastodon", text) == count


def test_mastodon_counts_the_content_warning_with_the_text():
    assert remaining("mastodon", "a" * 480, "b" * 20) == 0


def test_bluesky_counts_what_people_see_as_one_character():
    assert length("bluesky", f"{FAMILY}🇬🇧🇫🇷e\u0301각\r\n") == 6
    assert remaining("bluesky", FAMILY * 300) == 0


@pytest.mark.parametrize(
    ("channel", "most"), [("noticeboard", 2000), ("mastodon", 500), ("x", 280), ("bluesky", 300), ("facebook", 63206)]
)
def test_each_channel_has_its_limit(channel, most):
    assert limit(channel) == most
    assert remaining(channel, "a" * most) == 0
    assert remaining(channel, "a" * (most + 1)) == -1


def test_a_channel_we_do_not_know_sets_no_limit():
    assert remaining("flickr", "a" * 100_000) is None


@given(st.text())
def test_clusters_joined_are_the_text_again(text):
    assert "".join(graphemes(text)) == text


@given(st.sampled_from(sorted(RULES)), st.text(alphabet="abc \n"), st.text(alphabet="abc "))
def test_a_longer_plain_text_never_counts_less(channel, text, more):
    assert length(channel, text + more) >= length(channel, text)
