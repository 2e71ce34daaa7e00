"""Highlighted words: what is marked, what is escaped, what happens where reasons overlap."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag_portal.highlighting import highlight

LIGHTS = ["green", "amber", "red"]
PLACES = st.integers(-5, 70)


def found(start: int | None, end: int | None, rag: str = "red", number: int = 1) -> dict[str, object]:
    return {"start": start, "end": end, "rag": rag, "number": number}


def words_of(html: str) -> str:
    """The text a sighted person reads, without the numbers of the reasons."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<sup>.*?</sup>", "", html, flags=re.DOTALL)))


def test_words_of_a_finding_are_marked_and_end_in_its_number() -> None:
    html = highlight("He was charged today", [found(7, 14, "red", 2)])
    assert html == (
        'He was <mark class="hit hit--red">charged<sup><span class="rag-vh"> (reason </span>2'
        '<span class="rag-vh">)</span></sup></mark> today'
    )


def test_a_text_without_findings_is_only_escaped() -> None:
    assert highlight("Fish & <chips>", []) == "Fish &amp; &lt;chips&gt;"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '"><svg onload=alert(1)>',
        "{{ user }}{% now %}",
        "{0}{}",
    ],
)
def test_markup_in_a_post_stays_text_inside_and_outside_the_marks(text: str) -> None:
    html = highlight(f"{text} {text}", [found(0, len(text)), found(3, len(text) + 2, "amber", 2)])
    assert "<script" not in html and "<img" not in html and "<svg" not in html
    assert words_of(html) == f"{text} {text}"


def test_a_light_that_is_no_light_cannot_reach_the_class_attribute() -> None:
    assert "<mark" not in highlight("abc", [found(0, 3, '"><script>')])


def test_overlapping_reasons_show_the_most_cautious_light_where_they_meet() -> None:
    html = highlight("abcdef", [found(0, 4, "amber", 1), found(2, 6, "red", 2)])
    assert re.findall(r"hit--(\w+)\">(\w+)", html) == [("amber", "ab"), ("red", "cd"), ("red", "ef")]
    assert re.findall(r"</span>([\d, ]+)<span", html) == ["1", "2"]


def test_two_reasons_that_end_together_are_named_together() -> None:
    html = highlight("abc", [found(0, 3, "amber", 1), found(1, 3, "green", 3)])
    assert "(reasons </span>1, 3<span" in html


def test_spans_count_code_points_also_beyond_the_basic_plane() -> None:
    text = "👮🏽 says 𝒽ello"
    start = text.index("𝒽")
    assert '<mark class="hit hit--amber">𝒽ello<sup>' in highlight(text, [found(start, len(text), "amber")])


@pytest.mark.parametrize(("start", "end"), [(None, None), (None, 3), (2, 2), (5, 2), (9, 12)])
def test_findings_without_words_in_the_text_mark_nothing(start: int | None, end: int | None) -> None:
    assert highlight("abc", [found(start, end)]) == "abc"


def test_a_span_that_runs_past_the_end_is_cut_at_the_end() -> None:
    assert words_of(highlight("abc", [found(1, 99)])) == "abc"


def test_findings_without_a_number_are_numbered_by_their_place() -> None:
    html = highlight("abc", [{"start": 0, "end": 1, "rag": "red"}, {"start": 2, "end": 3, "rag": "red"}])
    assert re.findall(r"</span>(\d)<span", html) == ["1", "2"]


@given(
    st.text(max_size=60),
    st.lists(
        st.tuples(st.integers(-5, 70), st.integers(-5, 70), st.sampled_from(LIGHTS), st.integers(1, 9)), max_size=6
    ),
)
def test_no_word_of_a_post_is_ever_lost_or_doubled(text: str, spans: list[tuple[int, int, str, int]]) -> None:
    html = highlight(text, [found(*span) for span in spans])
    assert words_of(html) == text
    assert html.count("<mark") == html.count("</mark>")
