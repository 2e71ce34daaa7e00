"""Lights, releases, findings and assessments."""

from itertools import product

from governance.domain.rag import Assessment, Finding, FindingKind, Rag, Release, most_cautious


def finding(slug="burglary", rag=Rag.GREEN, release=Release.GO, kind=FindingKind.TOPIC):
    return Finding(kind, slug, rag, release, 0, 4, "a clause", "A reason")


def assessment(*findings: Finding) -> Assessment:
    return Assessment(
        rag=most_cautious([f.rag for f in findings], Rag.AMBER),
        release=most_cautious([f.release for f in findings], Release.ASK),
        topics_rag=Rag.GREEN,
        topics=("burglary",),
        checks=(),
        findings=findings,
        edition="mps-union",
        classifier="phrases-1",
        text_digest="0" * 64,
    )


def test_red_is_more_cautious_than_amber_and_amber_than_green():
    assert most_cautious([Rag.GREEN, Rag.RED, Rag.AMBER], Rag.GREEN) is Rag.RED
    assert most_cautious([Release.TELL, Release.GO], Release.GO) is Release.TELL
    assert most_cautious([], Rag.AMBER) is Rag.AMBER


def test_an_assessment_survives_the_way_through_json():
    before = assessment(finding(), finding("libel", Rag.AMBER, Release.ASK, FindingKind.CHECK))
    assert Assessment.from_json(before.to_json()) == before


def test_more_findings_never_make_a_verdict_milder():
    for rag, release in product(Rag, Release):
        start = assessment(finding(rag=rag, release=release))
        after = start.with_findings([finding("x", Rag.AMBER, Release.TELL)])
        assert after.rag.severity >= max(rag.severity, Rag.AMBER.severity)
        assert after.release.severity >= max(release.severity, Release.TELL.severity)


def test_a_verdict_does_not_get_worse_than_itself():
    same = assessment(finding("appeal", Rag.AMBER, Release.ASK))
    assert not same.got_worse_than(same)


def test_a_more_cautious_light_or_release_is_worse():
    green = assessment(finding())
    assert assessment(finding(rag=Rag.AMBER)).got_worse_than(green)
    assert assessment(finding(release=Release.STOP)).got_worse_than(green)
    assert not green.got_worse_than(assessment(finding(rag=Rag.AMBER)))


def test_a_new_red_finding_is_worse_even_when_the_light_was_red_already():
    before = assessment(finding("appeal", Rag.RED, Release.ASK))
    after = before.with_findings([finding("libel", Rag.AMBER, Release.ASK)])
    assert after.rag is before.rag
    assert after.got_worse_than(before)
    assert not before.got_worse_than(after)


def test_a_new_green_finding_is_not_worse():
    before = assessment(finding("appeal", Rag.RED, Release.ASK))
    assert not before.with_findings([finding()]).got_worse_than(before)
