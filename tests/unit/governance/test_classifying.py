"""The verdict on a text: lights, releases, reasons, and never green by silence."""

import pytest

from governance.domain.classifier import (
    LONGEST_TEXT,
    TextTooLong,
    classify,
    classify_parts,
    classify_repost,
)
from governance.domain.declaration import Declaration
from governance.domain.policy import SHIPPED, shipped_edition
from governance.domain.rag import FindingKind, Rag, Release

UNION = shipped_edition("mps-union")
PUBLIC = Declaration(public_domain=True, evidence="news release 4411")
NOTHING = Declaration()
MISSING = "MISSING: Ellie, 34, last seen in Hendon on Tuesday. Call 101."


def judged(text, declaration=NOTHING, edition=UNION):
    return classify(text, declaration, edition)


def test_a_green_topic_may_go():
    verdict = judged("Burglary overnight in Hanwell, two bikes taken from a shed.")
    assert (verdict.rag, verdict.release) == (Rag.GREEN, Release.GO)
    assert "burglary" in verdict.topics


@pytest.mark.parametrize("text", ["", "   ", "Hmm.", "12345", "🎺", "lorem ipsum dolor"])
def test_silence_never_means_green(text):
    verdict = judged(text)
    assert (verdict.rag, verdict.topics_rag, verdict.release) == (Rag.AMBER, Rag.AMBER, Release.ASK)
    assert FindingKind.NO_TOPIC in {f.kind for f in verdict.findings} or verdict.findings


def test_an_amber_topic_is_red_until_it_is_declared_public_with_evidence():
    assert judged(MISSING).rag is Rag.RED
    assert judged(MISSING, Declaration(public_domain=False)).rag is Rag.RED
    assert judged(MISSING, Declaration(public_domain=True)).rag is Rag.RED
    assert judged(MISSING, Declaration(public_domain=True, evidence="  ")).rag is Rag.RED
    assert judged(MISSING, PUBLIC).rag is Rag.AMBER


def test_the_question_is_asked_while_nobody_has_answered_it():
    assert judged(MISSING).amber_unless_public
    assert judged(MISSING, Declaration(public_domain=True)).amber_unless_public
    assert not judged(MISSING, Declaration(public_domain=False)).amber_unless_public
    assert not judged(MISSING, PUBLIC).amber_unless_public
    assert not judged("Good morning Harrow").amber_unless_public


@pytest.mark.parametrize(("slug", "release"), [("mps-2012", "tell"), ("mps-2016", "ask"), ("mps-union", "tell")])
def test_a_public_amber_post_is_released_by_the_editions_rule(slug, release):
    assert judged(MISSING, PUBLIC, shipped_edition(slug)).release == release


def test_the_threat_level_is_no_topic_of_2012_but_still_not_green():
    text = "No, the threat level hasn't changed."
    assert judged(text).topics == ("terror-threat-level",)
    assert judged(text, edition=shipped_edition("mps-2012")).rag is Rag.AMBER


def test_declaring_a_topic_adds_it_and_never_takes_one_away():
    text = "Lovely afternoon at the school fete."
    assert judged(text, Declaration(topics=("staff-discipline",))).rag is Rag.RED
    red = "A colleague was suspended after a misconduct hearing."
    assert judged(red, Declaration(topics=("local-good-news",))).rag is Rag.RED


def test_declaring_a_green_topic_does_not_speak_for_a_text_nobody_understands():
    assert judged("Hmm.", Declaration(topics=("local-good-news",))).rag is Rag.AMBER


def test_declaring_a_topic_the_policy_does_not_name_asks_first():
    verdict = judged("Good morning Harrow", Declaration(topics=("weather",)))
    assert verdict.release is Release.ASK


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_reply_to_a_complaint_is_red_in_every_edition(slug):
    declared = Declaration(topics=("complaint-response",))
    verdict = judged("Good morning", declared, shipped_edition(slug))
    assert (verdict.rag, verdict.release) == (Rag.RED, Release.ASK)


LOOK_ALIKES = [
    ("Missing cat found safe in Pinner, happy owner.", "missing-person"),
    ("Charged my radio, ready for patrol.", "charge-details"),
    ("Cadets on the assault course at Hendon today.", "assault"),
    ("Kids loved the tennis court fun day.", "court-result"),
    ("Burglary at a budget hotel in Earls Court.", "budget-finance"),
    ("Check your home insurance policy covers bikes left in sheds.", "force-policy"),
    ("Murder mystery night at the community centre, all welcome.", "major-critical-incident"),
    ("Parliament Hill fun run this Sunday with our cadets.", "political-government"),
]


@pytest.mark.parametrize(("text", "topic"), LOOK_ALIKES)
def test_words_that_only_look_like_a_topic_are_left_alone(text, topic):
    verdict = judged(text)
    assert topic not in verdict.topics
    assert verdict.rag is Rag.GREEN


def test_nobody_hurt_makes_a_collision_green_and_someone_killed_does_not():
    assert judged("RTC on the A10, two cars, no injuries.").topics == ("rtc-non-ksi",)
    worse = judged("RTC on the A10, a motorcyclist has died.", PUBLIC)
    assert "rtc-ksi" in worse.topics and "rtc-non-ksi" not in worse.topics


REDS = [
    "The UK terror threat level has been raised",
    "#TerrorThreatLevel",
    "thr3at l3vel is severe",
    "SO15 arrested two men in Luton",
    "Cuts mean we are losing officers in our borough",
    "The Home Secretary visited Lewisham police station",
    "PC suspended pending a misconduct hearing",
    "Murder investigation after a fatal stabbing in Tottenham",
    "A prisoner has escaped from custody at Croydon",
    "We are sorry to hear about your complaint",
]


@pytest.mark.parametrize("text", REDS)
def test_red_subjects_are_red_even_when_they_are_public(text):
    assert judged(text, PUBLIC).topics_rag is Rag.RED


@pytest.mark.parametrize("text", REDS)
@pytest.mark.parametrize("tail", [" Good morning all!", "\n\nThanks to all our cadets.", " 🎉"])
def test_harmless_words_beside_it_never_soften_a_red(text, tail):
    assert judged(text + tail).rag is Rag.RED
    assert judged(tail + " " + text.upper()).rag is Rag.RED


@pytest.mark.parametrize(
    "text", ["Sexual assault in the park last night, thanks for your patience.", "Section 60 in force, stay safe."]
)
def test_grave_subjects_the_policy_does_not_name_are_never_green(text):
    verdict = judged(text)
    assert verdict.rag is not Rag.GREEN and verdict.release is Release.ASK


@pytest.mark.parametrize("text", [*REDS, MISSING, "Good morning", "Hmm.", "Mae'r heddlu yn gofyn i chi gloi"])
@pytest.mark.parametrize("slug", SHIPPED)
def test_every_light_has_a_reason_with_its_clause(text, slug):
    verdict = judged(text, edition=shipped_edition(slug))
    assert verdict.findings
    assert all(f.slug and f.clause and f.reason for f in verdict.findings)
    assert verdict.rag in {f.rag for f in verdict.findings}
    for found in verdict.findings:
        if found.start is not None:
            assert text[found.start : found.end].strip()


def test_another_language_is_asked_about_even_beside_a_green_topic():
    verdict = judged("Good morning! Prosimy o kontakt jeśli ktoś był świadkiem.")
    assert verdict.release is Release.ASK
    assert FindingKind.LANGUAGE in {f.kind for f in verdict.findings}


def test_a_link_counts_only_when_it_leads_to_the_forces_own_site():
    assert "mps-link" in judged("Report it: https://www.met.police.uk/report").topics
    for link in ("https://met.police.uk.evil.com/x", "https://evil.com/met.police.uk"):
        assert "mps-link" not in judged(f"Report it: {link}").topics


def test_a_repost_of_a_trusted_account_is_green_whatever_it_says():
    verdict = judged("RT @metpoliceuk: Murder investigation in Leyton")
    assert (verdict.rag, verdict.topics) == (Rag.GREEN, ("retweet",))


def test_the_officers_own_words_around_a_repost_are_judged():
    assert judged("The budget cuts are to blame RT @metpoliceuk: Busy night").rag is Rag.RED
    assert judged('RT @metpoliceuk "Busy night" our budget was cut').rag is Rag.RED


def test_a_repost_of_a_stranger_is_asked_about_and_its_text_is_judged():
    verdict = judged("RT @somebody: Litter pick on Saturday, all welcome")
    assert (verdict.rag, verdict.release) == (Rag.AMBER, Release.ASK)
    assert judged("RT @somebody: the threat level has gone up").rag is Rag.RED


def test_the_register_can_trust_a_handle_the_edition_does_not_know():
    args = ("", "Bins are collected on Monday", "@camdencouncil")
    assert classify_repost(*args, True, NOTHING, UNION).rag is Rag.GREEN
    assert classify_repost(*args, False, NOTHING, UNION).rag is Rag.AMBER


def test_each_edition_trusts_its_own_handles():
    text = "RT @CO11metpolice: Busy day"
    assert judged(text, edition=shipped_edition("mps-2012")).rag is Rag.GREEN
    assert judged(text, edition=shipped_edition("mps-2016")).rag is Rag.AMBER


def test_a_thread_is_as_cautious_as_its_most_cautious_part():
    verdict = classify_parts(["Good morning", "The threat level is severe"], NOTHING, UNION)
    assert verdict.rag is Rag.RED
    assert {f.part for f in verdict.findings if f.rag is Rag.RED} == {1}


def test_a_text_beyond_the_limit_is_refused():
    judged("a" * LONGEST_TEXT)
    with pytest.raises(TextTooLong):
        judged("a" * (LONGEST_TEXT + 1))


def test_a_verdict_names_its_edition_its_classifier_and_the_text():
    verdict = judged("Good morning")
    assert (verdict.edition, verdict.classifier) == ("mps-union", "phrases-1+words-1")
    assert len(verdict.text_digest) == 64 and verdict.text_digest != judged("Good evening").text_digest
