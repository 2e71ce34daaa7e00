"""What a desk can be asked for, and where its next page begins."""

from datetime import UTC, datetime

import pytest

from posts.domain.desk_asked import BY_URGENCY, BY_WAIT, NEWEST, Asked, beyond, place_of, read_place

AT = datetime(2026, 11, 20, 14, 2, 3, 456789, tzinfo=UTC)


def test_a_place_is_read_as_it_was_written() -> None:
    urgency, moment, pk = read_place(place_of(250, AT, 41)) or (0, 0, 0)
    assert (urgency, pk) == (250, 41)
    assert datetime.fromtimestamp(moment / 1_000_000, UTC) == AT


@pytest.mark.parametrize("after", ["", "x", "1-2", "1-2-3-4", "1-2-x", "-1-2-3", f"1-2-{'9' * 30}", "1-²-3"])
def test_a_place_that_is_none_is_passed_over(after: str) -> None:
    assert read_place(after) is None


def test_what_comes_after_a_row_follows_the_order() -> None:
    assert beyond(BY_URGENCY, {"urgency": 200, "queued_at": AT, "pk": 4}) == [
        {"urgency__lt": 200},
        {"urgency": 200, "queued_at__gt": AT},
        {"urgency": 200, "queued_at": AT, "pk__gt": 4},
    ]


@pytest.mark.parametrize(
    ("order", "by_urgency", "columns"),
    [("", True, BY_URGENCY), ("", False, BY_WAIT), ("longest", True, BY_WAIT), ("newest", True, NEWEST)],
)
def test_each_order_has_its_columns(order: str, by_urgency: bool, columns: tuple[str, ...]) -> None:
    assert Asked(order=order).ordering(by_urgency) == columns


def test_another_queue_keeps_the_filters_and_begins_at_its_beginning() -> None:
    asked = Asked(tab="red", unit="camden", after="1-2-3").on("held")
    assert asked.parameters() == {"tab": "held", "unit": "camden"}
