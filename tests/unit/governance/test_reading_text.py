"""Texts are read as people write them, and spans lead back to what was typed."""

import pytest

from governance.domain.policy import shipped_edition
from governance.domain.reading.compiled import compiled
from governance.domain.reading.language import foreign_language
from governance.domain.reading.phrases import PhraseError, inflections, parse_phrase
from governance.domain.reading.reading import read

RULES = compiled(shipped_edition("mps-union"))


def words(text):
    return read(text, RULES).tokens.words


@pytest.mark.parametrize(
    "typed",
    [
        "threat level",
        "THREAT LEVEL",
        "#ThreatLevel",
        "#threatlevel",
        "thr\u200beat le\u00advel",
        "t h r e a t l e v e l",
        "thre4t l3vel",
        "ｔｈｒｅａｔ ｌｅｖｅｌ",
        "тhrеаt lеvеl",
        "𝐭𝐡𝐫𝐞𝐚𝐭 𝐥𝐞𝐯𝐞𝐥",
        "thréat lével",
    ],
)
def test_disguised_words_are_read(typed):
    assert words(typed) == ["threat", "level"]


def test_hashtags_of_several_words_and_figures_are_taken_apart():
    assert words("#StopKnifeCrime #Section60") == ["stop", "knife", "crime", "section", "60"]


def test_abbreviations_with_dots_are_one_word():
    assert words("R.T.C. on the A10") == ["rtc", "on", "the", "a10"]


def test_handles_links_and_emoji_stay_whole():
    assert words("@MPSCamden see https://met.police.uk/x 👮🏽‍♀️") == [
        "@mpscamden",
        "see",
        "https://met.police.uk/x",
        "👮",
    ]


@pytest.mark.parametrize("typed", ["Ｔｈｅ ﬁre", "👩🏽‍🚒 said a\u0301bc", "x\u202ethreat"])
def test_spans_are_of_the_text_as_typed(typed):
    tokens = read(typed, RULES).tokens
    assert all(0 <= a < b <= len(typed) for a, b in zip(tokens.starts, tokens.ends, strict=True))
    assert tokens.ends[-1] == len(typed)


def test_a_figure_word_is_not_taken_for_leetspeak():
    assert words("SO15 and s18 at 2230") == ["so15", "and", "s18", "at", "2230"]


def test_words_are_found_with_their_usual_endings():
    assert {"robbed", "robbing"} <= inflections("rob")
    assert {"burglaries"} <= inflections("burglary")
    assert inflections("pc") == {"pc"}


@pytest.mark.parametrize("bad", ["(a|b", "a)", "| &", "..", ""])
def test_a_phrase_that_says_nothing_or_is_not_closed_is_refused(bad):
    with pytest.raises(PhraseError):
        parse_phrase(bad)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mae'r heddlu yn gofyn i chi gloi eich drysau heno", "Welsh"),
        ("Prosimy o kontakt jeśli ktoś był świadkiem kradzieży", "Polish"),
        ("আপনার দরজা বন্ধ রাখুন", "BENGALI script"),
        ("يرجى الاتصال بالشرطة", "ARABIC script"),
    ],
)
def test_a_language_we_do_not_read_is_noticed(text, language):
    found = foreign_language(text, RULES.vocabulary)
    assert found is not None and found[0] == language


def test_a_foreign_sentence_among_english_ones_is_noticed():
    text = "Happy Eid to all our residents. Prosimy o kontakt jeśli ktoś był świadkiem."
    found = foreign_language(text, RULES.vocabulary)
    assert found is not None and text[found[1] : found[2]].startswith("Prosimy")


@pytest.mark.parametrize("text", ["Good morning Camden!", "Café Zoë in Château Road", "👮🚓", ""])
def test_english_and_emoji_are_not_taken_for_another_language(text):
    assert foreign_language(text, RULES.vocabulary) is None
