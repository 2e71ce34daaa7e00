"""The sentences of the decision page."""

from datetime import UTC, datetime

import pytest

from governance.domain.policy import shipped_edition
from posts.domain.decision_words import Happened, claim_line, goes_out, who_was_first, why_not
from posts.domain.declared_words import changed, declared
from posts.domain.desk_words import decided_by, how_many, light_note, place
from posts.domain.draft_content import DraftContent
from posts.domain.workflow import PostAction

NOW = datetime(2026, 11, 20, 14, 20, tzinfo=UTC)
AT = datetime(2026, 11, 20, 14, 17, tzinfo=UTC)
UNION = shipped_edition("mps-union")


def test_the_second_to_decide_is_told_who_was_first_and_that_nothing_was_sent() -> None:
    said = who_was_first(Happened("approve", "Ben Laverick", AT), NOW)
    assert said == "Ben Laverick decided this at 14:17, before you: approved. Nothing you did was sent."


@pytest.mark.parametrize("action", list(PostAction))
def test_whatever_happened_first_can_be_said(action: PostAction) -> None:
    said = who_was_first(Happened(action, "Ben Laverick", AT, 4), NOW)
    assert "14:17" in said
    assert said.endswith("Nothing you did was sent.")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ({"wrote_it": True}, "because you wrote it"),
        ({"changed_it": True}, "because you changed it"),
        ({"suspended": True}, "because you are suspended"),
        (
            {},
            "a red post of this unit is decided by Press Bureau, Social Media Team, Borough Support or a communicator",
        ),
        ({"topics": ["terror-threat-level"]}, "because a post on"),
    ],
)
def test_who_cannot_decide_is_told_why(who: dict[str, object], words: str) -> None:
    told = {"wrote_it": False, "changed_it": False, "suspended": False, "edition": UNION, "light": "red", "topics": []}
    assert words in why_not(**{**told, **who})


def test_a_claim_is_said_while_it_lasts() -> None:
    assert claim_line("Ben Laverick", NOW.replace(minute=23), False, NOW) == "Claimed by Ben Laverick, 3 min left."
    assert claim_line("Ben Laverick", AT, False, NOW) == ""


def test_a_row_says_how_it_stands() -> None:
    assert light_note("waiting", "red", "submission", None, NOW) == "not published"
    assert light_note("waiting", "red", "release", None, NOW) == "held at release"
    assert light_note("held", "green", "changed", AT, NOW) == "held since 14:17"
    assert light_note("released", "amber", "submission", AT, NOW) == "published 14:17"
    assert light_note("cleared", "amber", "submission", None, NOW) == "being sent"


def test_accounts_of_one_name_stand_together() -> None:
    said = place([("Kentish Town", "X"), ("Kentish Town", "Mastodon"), ("Camden Police", "Facebook")])
    assert said == "Kentish Town: X, Mastodon; Camden Police: Facebook"


def test_counting_stops_where_it_says() -> None:
    assert (how_many(27, 500), how_many(500, 500)) == ("27", "500+")


def test_a_topic_can_be_left_to_dmc() -> None:
    assert "communicator" not in decided_by(UNION, "red", ["terror-threat-level"])


def test_only_https_in_the_evidence_becomes_a_link() -> None:
    content = DraftContent(public_domain=True, evidence="See https://a.example/1, (http://b.example) javascript:x")
    assert declared(content, UNION, None, NOW)[0].links == ("https://a.example/1",)


def test_what_is_declared_otherwise_is_named() -> None:
    assert changed({"Accounts": "X", "Time": ""}, {"Accounts": "X, Mastodon", "Time": ""}) == [
        "Accounts: was X, is now X, Mastodon."
    ]


def test_a_scheduled_post_says_when() -> None:
    assert goes_out(None, NOW) == "To go out as soon as it may."
    assert goes_out(NOW.replace(hour=15, minute=30), NOW) == "To go out at 15:30."
