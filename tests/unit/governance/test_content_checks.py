"""Each content check: what fails it, and what only looks like it."""

from datetime import date

import pytest

from governance.domain.classifier import classify
from governance.domain.declaration import Declaration
from governance.domain.policy import shipped_edition
from governance.domain.rag import FindingKind, Rag, Release

UNION = shipped_edition("mps-union")
NOTHING_DECLARED = Declaration()

FAILING = [
    ("protective-marking", "OFFICIAL SENSITIVE: briefing for tonight's op"),
    ("protective-marking", "The intel report says they will hit Barking next"),
    ("juvenile-identified", "Tyler Marsh, 14, was arrested for robbery in Ilford"),
    ("juvenile-identified", "Victim of the stabbing is Jaden Cole, aged 15"),
    ("sexual-offence-victim", "Kelly Moss told us how she was raped in the park"),
    ("sexual-offence-victim", "The rape victim is a nurse at Hillingdon hospital"),
    ("sexual-offence-victim", "He sexually abused his stepdaughter for years"),
    ("contempt-of-court", "Arrested our burglar. He did it, no question"),
    ("contempt-of-court", "He goes on trial tomorrow and has previous for it"),
    ("operational-detail", "Doors going in at 5am tomorrow in Edmonton, shh"),
    ("operational-detail", "Unmarked car parked on the A13 today waiting for you"),
    ("discriminatory-language", "Another bump thanks to women drivers"),
    ("discriminatory-language", "Moved on the pikeys again"),
    ("stale-court-result", "Three months ago a burglar was jailed for 4 years, better late than never"),
    ("personal-data", "Mrs Edna Cole of 14 Larch Road was burgled again"),
    ("personal-data", "Stolen car is LK07 ABC, call the owner on 07700 900123"),
    ("libel", "Everyone knows Sgt Norris is a thief"),
    ("libel", "Harris Motors is a front for drugs"),
    ("image-without-authority", "Here's his mugshot, took it on my own phone"),
    ("copyright", "Found this pic on Getty and cropped the watermark"),
    ("copyright", "Nicked this photo from the BBC website"),
    ("unprofessional-tone", "Caught another scumbag. Enjoy the cells, muppet"),
]
PASSING = [
    ("protective-marking", "Secret Santa at the station tonight"),
    ("protective-marking", "You can tell Crimestoppers in complete confidence"),
    ("juvenile-identified", "Cadet Amina Cole, 16, won an award for volunteering"),
    ("juvenile-identified", "A 15 year old boy was arrested for robbery"),
    ("sexual-offence-victim", "Man wanted for rape: Alan Strood, 38, of Lambeth"),
    ("sexual-offence-victim", "Help after rape or sexual assault is there for everyone"),
    ("contempt-of-court", "A man of 31 has been charged and appears in court today"),
    ("contempt-of-court", "Convicted burglar jailed: he did it for drugs, the judge said"),
    ("operational-detail", "Street surgery tomorrow 7pm at the library, plain clothes or uniform"),
    ("discriminatory-language", "Suspect is described as a white male in his 20s"),
    ("stale-court-result", "A burglar was jailed for 4 years today at Wood Green Crown Court"),
    ("personal-data", "Burglary in Larch Road last night"),
    ("personal-data", "PC Ahmed was thanked by a burglary victim"),
    ("libel", "PC Norris ran a stall on doorstep thieves"),
    ("image-without-authority", "CCTV image authorised and released by the press bureau"),
    ("copyright", "Copyright theft costs film makers, tell Trading Standards"),
    ("unprofessional-tone", "Thanks for the chat and the mug of tea"),
]


def failed(text, declaration=NOTHING_DECLARED, reference=None):
    return classify(text, declaration, UNION, reference=reference).checks


@pytest.mark.parametrize(("check", "text"), FAILING)
def test_a_text_that_breaks_the_rule_fails_the_check(check, text):
    verdict = classify(text, Declaration(), UNION)
    (found,) = [f for f in verdict.findings if f.slug == check]
    assert found.kind is FindingKind.CHECK
    assert found.release is Release.ASK and found.rag in (Rag.AMBER, Rag.RED)
    assert text[found.start : found.end] in text and '"' in found.reason


@pytest.mark.parametrize(("check", "text"), PASSING)
def test_a_text_that_only_looks_like_it_passes_the_check(check, text):
    assert check not in failed(text)


JAILED = "A burglar was jailed for 4 years at Wood Green Crown Court"


@pytest.mark.parametrize(("day", "stale"), [(8, False), (9, True)])
def test_a_court_result_is_stale_after_seven_days(day, stale):
    declared = Declaration(sentenced_on=date(2026, 3, 1))
    checks = failed(JAILED, declared, date(2026, 3, day))
    assert ("stale-court-result" in checks) is stale


def test_an_answer_to_a_check_silences_nothing():
    text = "Caught another scumbag"
    declared = Declaration(answers={"unprofessional-tone": "agreed with the inspector"})
    assert failed(text, declared) == failed(text)
