"""Every component renders, says its words, and asks nothing that a strict policy forbids."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory

from governance.domain.rag import Rag
from rag_portal.look import bars, fields, lights, times


def page(source: str, **context: object) -> str:
    return engines["django"].from_string("{% load rag_look %}" + source).render(context)


@pytest.fixture(scope="module")
def gallery() -> str:
    return render_to_string("gallery.html", {}, RequestFactory().get("/gallery/"))


def test_the_gallery_has_no_inline_style_or_script(gallery: str) -> None:
    assert not re.search(r"\sstyle=|\son\w+=|<style", gallery)
    assert not re.search(r"<script(?![^>]*\ssrc=)[^>]*>", gallery)


def test_every_id_in_the_gallery_is_used_once(gallery: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', gallery)
    assert sorted(ids) == sorted(set(ids))


def test_every_description_names_something_on_the_page(gallery: str) -> None:
    ids = set(re.findall(r'\sid="([^"]+)"', gallery))
    named = re.findall(r'aria-(?:describedby|labelledby|controls)="([^"]+)"', gallery)
    assert {name for names in named for name in names.split()} <= ids


@pytest.mark.parametrize("rag", list(Rag))
def test_a_light_is_colour_shape_and_word(rag: Rag) -> None:
    html = lights.light(rag)
    assert f"#lamp-{rag}" in html and f"light--{rag}" in html and html.endswith(f"{rag.capitalize()}</span>")


def test_no_verdict_yet_is_an_unlit_lamp_in_words() -> None:
    assert "No light yet" in lights.light("") and "#lamp-off" in lights.light(None)


def test_a_bar_is_as_long_as_the_share_and_never_longer_than_itself() -> None:
    assert 'bar__run" width="60.0"' in bars.bar(timedelta(minutes=15), timedelta(minutes=30))
    assert 'bar__run" width="120.0"' in bars.bar(99, 30)
    assert 'bar__run" width="0.0"' in bars.bar(5, 0)


def test_a_bar_has_a_tick_for_each_step_of_the_ladder() -> None:
    assert bars.bar(1, 30, "10,20").count("bar__tick") == 2
    assert 'x="39.5"' in bars.bar(1, 30, [10])


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(40, "40 s"), (240, "4 min"), (3600, "1 h"), (7500, "2 h 5 min"), (86400, "1 day"), (3 * 86400, "3 days")],
)
def test_a_wait_is_said_in_its_largest_useful_unit(seconds: int, words: str) -> None:
    assert times.wait(seconds) == times.wait(timedelta(seconds=seconds)) == words


def test_times_are_said_in_london_wall_clock() -> None:
    assert times.clock(datetime(2026, 7, 1, 13, 2, tzinfo=UTC)) == "14:02"
    assert times.day(datetime(2020, 7, 1, 23, 30, tzinfo=UTC)) == "Thursday 2 July 2020"


class Sample(forms.Form):
    alt = forms.CharField(label="Describe the picture", help_text="For people who cannot see it.")
    way = forms.ChoiceField(label="Way", widget=forms.RadioSelect, choices=[("a", "One"), ("b", "Two")])


def test_an_empty_field_is_named_in_its_error_and_reached_from_the_summary() -> None:
    form = Sample({})
    html = page("{% error_summary form %}{% field form.alt %}{% field form.way %}", form=form)
    assert "Two things to put right" in html
    assert '<a href="#id_alt">Describe the picture: fill this in</a>' in html
    assert '<a href="#id_way_0">' in html and 'id="id_way_0"' in html
    assert 'aria-describedby="id_alt-hint id_alt-error"' in html and 'aria-invalid="true"' in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert page("{% error_summary form %}", form=Sample({"alt": "x", "way": "a"})).strip() == ""


def test_what_was_typed_is_escaped_in_a_field() -> None:
    form = Sample({"alt": '"><script>', "way": "a"})
    assert "<script>" not in page("{% field form.alt %}", form=form)


def test_a_field_keeps_the_classes_its_form_gave_it() -> None:
    form = Sample()
    form.fields["alt"].widget.attrs["class"] = "rag-post-text"
    assert 'class="govuk-input rag-post-text"' in fields.control(form["alt"])
