"""What each digest covers (rag-policy: "Two digests")."""

from datetime import UTC, date, datetime

import pytest

from posts.domain.digests import content_digest, decision_digest
from posts.domain.draft_content import DraftContent, Picture

CONTENT = DraftContent(parts=("Bike marking today",), accounts=(3, 1), pictures=(Picture(7, "A bike", "own"),))
MASTERS = {7: "a" * 64, 8: "b" * 64}


def hashes(content: DraftContent, earliest_at: datetime | None = None) -> tuple[str, str]:
    covered = content_digest("post", content, MASTERS)
    return covered, decision_digest(content, covered, earliest_at)


@pytest.mark.parametrize(
    "change",
    [
        {"parts": ("Bike marking tomorrow",)},
        {"parts": ("Bike marking today", "and a second part")},
        {"variants": {"x": "Bikes!"}},
        {"content_warning": "Injury"},
        {"pictures": (Picture(8, "A bike", "own"),)},
        {"pictures": (Picture(7, "Two bikes", "own"),)},
        {"pictures": (Picture(7, "A bike", "custody", "CPS"),)},
    ],
)
def test_what_people_see_changes_both_digests(change: dict[str, object]) -> None:
    before, after = hashes(CONTENT), hashes(CONTENT.changed(**change))
    assert before[0] != after[0]
    assert before[1] != after[1]


@pytest.mark.parametrize(
    "change",
    [
        {"accounts": (1,)},
        {"declared_topics": ("appeal",)},
        {"public_domain": True, "evidence": "PR-1"},
        {"answers": {"juvenile-identified": "The family agreed"}},
        {"sentenced_on": date(2026, 11, 20)},
        {"in_reply_to": "https://social.example/1"},
        {"quoted_handle": "@metpoliceuk"},
    ],
)
def test_what_was_declared_changes_only_the_decision_digest(change: dict[str, object]) -> None:
    before, after = hashes(CONTENT), hashes(CONTENT.changed(**change))
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_the_earliest_time_is_part_of_the_decision() -> None:
    assert hashes(CONTENT)[1] != hashes(CONTENT, datetime(2026, 11, 21, 8, tzinfo=UTC))[1]


@pytest.mark.parametrize("change", [{"accounts": (1, 3)}, {"note": "Please hurry"}, {"late_choice": "expire"}])
def test_order_of_accounts_and_words_to_the_approver_change_nothing(change: dict[str, object]) -> None:
    assert hashes(CONTENT) == hashes(CONTENT.changed(**change))


def test_a_draft_survives_its_journey_through_json() -> None:
    full = CONTENT.changed(sentenced_on=date(2026, 11, 20), answers={"libel": "checked"}, public_domain=False)
    assert DraftContent.from_json(full.to_json()) == full
