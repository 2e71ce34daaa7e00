"""The shipped editions say what the policy says, and malformed ones are refused."""

from datetime import timedelta

import pytest

from governance.domain.classifier import classify
from governance.domain.declaration import Declaration
from governance.domain.policy import SHIPPED, PolicyError, edition_text, parse_edition, shipped_edition
from governance.domain.rag import Rag, Release

GREEN = (
    "local-good-news burglary assault car-crime criminal-damage anti-social-behaviour rtc-non-ksi "
    "crime-prevention community-meeting road-closure retweet mps-link routine-other"
).split()
AMBER = (
    "met-wide-operation court-result joint-initiative rtc-ksi asbo evacuation-emergency "
    "speeding-crackdown wanted-suspect missing-person charge-details"
).split()
RED = (
    "specialist-investigation budget-finance political-government staff-discipline force-policy "
    "force-reputation major-critical-incident escaped-prisoner"
).split()
ONLY_2016 = ["appeal", "terror-threat-level", "complaint-response"]
RED_CHECKS = {
    "protective-marking",
    "juvenile-identified",
    "sexual-offence-victim",
    "contempt-of-court",
    "operational-detail",
    "discriminatory-language",
    "stale-court-result",
}
AMBER_CHECKS = {"personal-data", "libel", "image-without-authority", "copyright", "unprofessional-tone"}


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_edition_names_the_topics_of_its_source(slug):
    expected = {*GREEN, *AMBER, *RED, *([] if slug == "mps-2012" else ONLY_2016)}
    assert set(shipped_edition(slug).topics) == expected


@pytest.mark.parametrize("slug", SHIPPED)
def test_green_is_green_and_red_is_red_whether_public_or_not(slug):
    topics = shipped_edition(slug).topics
    for public in (True, False):
        assert all(topics[name].light(public) is Rag.GREEN for name in GREEN)
        assert all(topics[name].light(public) is Rag.RED for name in RED)
        assert all(topics[name].release(public) is Release.ASK for name in RED)


@pytest.mark.parametrize("slug", SHIPPED)
def test_an_amber_topic_that_is_not_public_is_red(slug):
    topics = shipped_edition(slug).topics
    assert all(topics[name].light(True) is Rag.AMBER for name in AMBER)
    assert all(topics[name].light(False) is Rag.RED for name in AMBER)
    assert all(topics[name].release(False) is Release.ASK for name in AMBER)


@pytest.mark.parametrize(
    ("slug", "release"),
    [("mps-2012", Release.TELL), ("mps-2016", Release.ASK), ("mps-union", Release.TELL)],
)
def test_the_amber_rule_is_the_editions_own(slug, release):
    topics = shipped_edition(slug).topics
    assert all(topics[name].release(True) is release for name in AMBER)


def test_the_union_asks_about_appeals_which_only_2016_names():
    assert shipped_edition("mps-union").topics["appeal"].release(True) is Release.ASK


@pytest.mark.parametrize("slug", SHIPPED)
def test_checks_are_red_or_amber_as_the_policy_lists_them(slug):
    checks = shipped_edition(slug).checks
    assert {name for name, check in checks.items() if check.light is Rag.RED} == RED_CHECKS
    assert {name for name, check in checks.items() if check.light is Rag.AMBER} == AMBER_CHECKS


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_topic_and_check_names_its_clause(slug):
    edition = shipped_edition(slug)
    assert all(part.clause for part in (*edition.topics.values(), *edition.checks.values()))


def decide(slug, rag, role, topics=()):
    return shipped_edition(slug).may_decide(rag, topics, role)


@pytest.mark.parametrize("slug", SHIPPED)
@pytest.mark.parametrize("role", ["officer", "commander", "dmc-admin", "auditor"])
@pytest.mark.parametrize("rag", list(Rag))
def test_these_roles_never_decide(slug, role, rag):
    assert not decide(slug, rag, role)


@pytest.mark.parametrize("role", ["borough-support", "social-media-team", "press-bureau"])
@pytest.mark.parametrize("slug", SHIPPED)
@pytest.mark.parametrize("rag", [Rag.AMBER, Rag.RED])
def test_dmc_teams_and_the_press_bureau_decide_everything(slug, role, rag):
    assert decide(slug, rag, role, ["terror-threat-level", "appeal"])


@pytest.mark.parametrize("slug", ["mps-2012", "mps-union"])
def test_the_communicator_decides_amber_and_red_and_the_spoc_amber_only(slug):
    assert decide(slug, Rag.AMBER, "communicator") and decide(slug, Rag.RED, "communicator")
    assert decide(slug, Rag.AMBER, "spoc") and not decide(slug, Rag.RED, "spoc")


def test_under_2016_no_borough_role_decides():
    assert not any(decide("mps-2016", rag, role) for rag in Rag for role in ("spoc", "communicator"))


@pytest.mark.parametrize("topic", ["terror-threat-level", "specialist-investigation", "major-critical-incident"])
def test_a_topic_can_narrow_who_decides(topic):
    assert not decide("mps-union", Rag.RED, "communicator", ["burglary", topic])
    assert decide("mps-union", Rag.RED, "press-bureau", ["burglary", topic])


MALFORMED = [
    ('light_public = "green"', 'light_public = "grene"', "light_public"),
    ('light_not_public = "red"', 'light_not_public = "green"', "milder"),
    ('amber = ["communicator"', 'amber = ["commander"', "never decides"),
    ('amber = ["communicator"', 'amber = ["wizard"', "no role called wizard"),
    ('after = "10 min"', 'after = "soon"', "needs a time"),
    ('condition = "not-claimed"', 'condition = "perhaps"', "needs a condition"),
    ("divided_by = 3", "divided_by = 0", "divided_by"),
    ("probation_days = 28", 'probation_days = "many"', "whole number"),
    ('slug = "mps-union"', 'slug = "MPS Union"', "slug"),
    ('"words.toml"', '"nowhere.toml"', "no shared file"),
    ("[edition]", "[edition", "TOML"),
]


@pytest.mark.parametrize(("old", "new", "reason"), MALFORMED)
def test_malformed_policy_is_refused_with_its_line_and_the_reason(old, new, reason):
    text = edition_text("mps-union")
    assert old in text
    broken = text.replace(old, new, 1)
    with pytest.raises(PolicyError) as refused:
        parse_edition(broken)
    assert reason in refused.value.reason
    changed = text[: text.index(old)].count("\n") + 1
    assert abs(refused.value.line - changed) <= 4


def test_a_phrase_that_cannot_be_read_is_refused():
    text = edition_text("mps-union").replace("[topics.burglary]", '[topics.burglary]\nphrases = ["(shed|garage"]')
    with pytest.raises(PolicyError, match="not closed"):
        parse_edition(text)


def changed(old, new):
    text = edition_text("mps-union")
    assert old in text
    return text.replace(old, new, 1)


def test_a_topic_may_not_step_back_beside_a_milder_one():
    text = changed("[topics.staff-discipline]", '[topics.staff-discipline]\nyields_to = ["burglary"]')
    with pytest.raises(PolicyError, match="milder"):
        parse_edition(text)


def test_a_phrase_that_asks_for_an_unknown_word_list_is_refused():
    text = changed("[topics.burglary]", '[topics.burglary]\nphrases = ["<gadgets> stolen"]')
    with pytest.raises(PolicyError, match="no word list called gadgets"):
        parse_edition(text)


def test_an_editions_own_phrases_add_to_the_shared_ones():
    text = changed("[topics.burglary]", '[topics.burglary]\nphrases = ["jimmied larder"]')
    edition = parse_edition(text)
    assert set(shipped_edition("mps-union").topics["burglary"].phrases) < set(edition.topics["burglary"].phrases)
    assert classify("Jimmied larder", Declaration(), edition).topics == ("burglary",)


def test_the_numbers_of_the_levels_come_from_the_edition():
    levels = shipped_edition("mps-union").levels
    assert (levels.probation_days, levels.probation_posts) == (28, 10)
    assert (levels.trusted_months, levels.trusted_posts) == (6, 50)


def test_the_urgent_ladder_climbs_at_a_third_of_the_time():
    ladders = shipped_edition("mps-union").ladders
    red, urgent = ladders["red"].in_hours, ladders["urgent"].in_hours
    waits = [step.after for step in red if isinstance(step.after, timedelta)]
    assert [step.after for step in urgent] == [wait / 3 for wait in waits]
    assert urgent[-1].after == timedelta(minutes=10)
