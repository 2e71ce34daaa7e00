"""Whatever is typed gets a verdict with reasons, in bounded time."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.domain.classifier import LONGEST_TEXT, classify
from governance.domain.declaration import Declaration
from governance.domain.policy import shipped_edition
from governance.domain.rag import Rag

UNION = shipped_edition("mps-union")
SCRAPS = st.sampled_from(
    ["murder", "#", "@x", "RT @a:", "1", "£", ".", "\n", "\u200b", "\u202e", "é", "👮", "c o p", "17,", "PC Smith", " "]
)


@given(st.text(max_size=300) | st.lists(SCRAPS, max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_a_light_with_reasons_and_honest_spans(text):
    verdict = classify(text, Declaration(), UNION)
    assert verdict.findings
    for found in verdict.findings:
        assert (found.start is None) == (found.end is None)
        if found.start is not None and found.end is not None:
            assert 0 <= found.start < found.end <= len(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x900, max_codepoint=0x9FFF), min_size=1, max_size=80))
@settings(max_examples=100, deadline=None)
def test_scripts_we_do_not_read_are_never_green(text):
    assert classify(text, Declaration(), UNION).rag is not Rag.GREEN


HEAVY = [
    "a",
    "a ",
    "a.",
    "#Ab",
    "@a",
    "murder ",
    "£1,",
    "1.",
    "a!a",
    "met.police.uk/",
    "stabbed died charged jailed ",
    "PC Smith, 14, raped. ",
    "((((",
    "🔫",
    "\u200b",
    "thе",
]


@pytest.mark.parametrize("scrap", HEAVY)
def test_time_grows_no_faster_than_the_text(scrap):
    def seconds(length):
        text = (scrap * length)[:length]
        start = process_time()
        classify(text, Declaration(), UNION)
        return process_time() - start

    seconds(500)
    small = min(seconds(LONGEST_TEXT // 8) for _ in range(2))
    assert seconds(LONGEST_TEXT) < max(1.0, small * 8 * 4)
