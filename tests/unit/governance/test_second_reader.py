"""The second reader adds and raises, explains itself, and is refused without its papers."""

import json
import shutil
from time import perf_counter

import pytest

from governance.domain.classifier import classify, classify_parts
from governance.domain.classifier.judge import assessment, first_findings, read_for
from governance.domain.classifier.second.artefact import (
    ARRAYS,
    MANIFEST,
    READER,
    ReaderRefused,
    digest_of,
    load,
    model_in_force,
)  # fmt: skip
from governance.domain.classifier.second.opinion import BEYOND, RED, FirstView, opinion
from governance.domain.declaration import Declaration
from governance.domain.policy import shipped_edition
from governance.domain.rag import FindingKind, Rag, Release
from governance.training.posts import training_files

EDITION = shipped_edition("mps-union")
PUBLIC = Declaration(public_domain=True, evidence="a link")
EVERY = 9


def training_texts():
    lines = [line for file in training_files() for line in file.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines[::EVERY]]


@pytest.fixture(scope="module")
def verdicts():
    """Of every ninth training post: its text, the verdict of the first reader alone, and that of both."""
    rows = []
    for text in training_texts():
        found = first_findings(read_for(text, EDITION), PUBLIC, EDITION, None)
        rows.append((text, assessment(text, found, PUBLIC, EDITION), classify(text, PUBLIC, EDITION)))
    return rows


def test_the_second_reader_never_lowers_a_light_or_a_release(verdicts):
    for text, alone, both in verdicts:
        if text.startswith("RT ") or "RT @" in text:
            continue
        assert both.rag.severity >= alone.rag.severity, text
        assert both.release.severity >= alone.release.severity, text
        assert both.topics_rag.severity >= alone.topics_rag.severity, text
        assert set(alone.topics) <= set(both.topics), text


def test_every_span_lies_in_the_text_and_every_finding_has_a_reason(verdicts):
    for text, _, both in verdicts:
        for finding in both.findings:
            assert finding.reason
            if finding.start is not None:
                assert 0 <= finding.start < finding.end <= len(text)


def test_the_two_readers_disagree_now_and_then_and_then_somebody_is_asked(verdicts):
    found = [f for _, _, both in verdicts for f in both.findings if f.kind is FindingKind.DISAGREEMENT]
    assert found
    assert {(f.rag, f.release) for f in found} == {(Rag.AMBER, Release.ASK)}


GREEN = FirstView(frozenset({"burglary"}), Rag.GREEN, False)
SILENT = FirstView(frozenset(), None, True)
AT = {
    "red": 0.6, "red_topic": 0.4, "amber": 0.5, "doubt_red": 0.3, "doubt_beyond": 0.6, "safe": 0.1, "green": 0.3,
}  # fmt: skip


def said(first=SILENT, **chance):
    heads = dict.fromkeys([*EDITION.topics, "unlisted", RED, BEYOND], 0.01)
    return opinion({**heads, **chance}, first, EDITION, AT)


def test_a_sure_red_topic_is_added():
    assert said(GREEN, **{RED: 0.9, "budget-finance": 0.8}).added == ("budget-finance",)


def test_a_red_that_is_not_sure_is_a_disagreement_about_the_topic():
    one = said(GREEN, **{RED: 0.4, "staff-discipline": 0.2})
    assert (one.added, one.suspected) == ((), "staff-discipline")


def test_a_green_topic_is_believed_only_where_nothing_was_recognised():
    assert said(burglary=0.9).lifted == "burglary"
    assert said(GREEN, assault=0.9).lifted == ""


def test_a_green_topic_is_not_believed_beside_a_doubt():
    assert said(**{"burglary": 0.9, BEYOND: 0.2}).lifted == ""


def test_a_topic_of_another_edition_is_a_suspicion_and_not_the_next_best_topic():
    one = said(GREEN, **{RED: 0.9, "a-topic-of-another-edition": 0.9})
    assert (one.added, one.suspected) == ((), "unlisted")


def test_whose_account_it_is_no_word_statistics_can_tell():
    assert said(retweet=0.99).lifted == ""


@pytest.fixture
def copied(tmp_path):
    for name in (ARRAYS, MANIFEST):
        shutil.copy(READER / name, tmp_path / name)
    return tmp_path


def restate(folder, **changes):
    stated = {**json.loads((folder / MANIFEST).read_text()), **changes}
    stated["digest"] = digest_of(stated)
    (folder / MANIFEST).write_text(json.dumps(stated))


@pytest.mark.parametrize("paper", ["corpus_digest", "evaluation", "version", "thresholds", "arrays_digest"])
def test_a_reader_without_its_papers_is_refused(copied, paper):
    restate(copied, **{paper: None})
    with pytest.raises(ReaderRefused, match=paper):
        load(copied)


def test_a_reader_whose_manifest_was_changed_is_refused(copied):
    stated = json.loads((copied / MANIFEST).read_text())
    (copied / MANIFEST).write_text(json.dumps({**stated, "version": "words-9"}))
    with pytest.raises(ReaderRefused, match="digest"):
        load(copied)


def test_a_reader_with_other_arrays_is_refused(copied):
    (copied / ARRAYS).write_bytes(b"something else")
    with pytest.raises(ReaderRefused, match="arrays"):
        load(copied)


def test_a_reader_without_a_manifest_is_refused(tmp_path):
    with pytest.raises(ReaderRefused, match="cannot be read"):
        load(tmp_path)


def test_the_reader_that_ships_is_small_and_loads_quickly():
    begin = perf_counter()
    model = load(READER)
    assert perf_counter() - begin < 1.5
    assert sum((READER / name).stat().st_size for name in (ARRAYS, MANIFEST)) < 8_000_000
    assert model.version == model_in_force().version


@pytest.mark.parametrize("alt", ["A van outside the station", "An officer walking past shops at dusk"])
def test_the_words_for_a_harmless_picture_raise_no_light(alt: str) -> None:
    text = "Bike marking at Kentish Town station this morning, 10 to 12. Bring your bike along, it is free."
    verdict = classify_parts((text,), Declaration(), shipped_edition("mps-union"), beside=(alt,))
    assert (verdict.rag, verdict.release) == (Rag.GREEN, Release.GO)
