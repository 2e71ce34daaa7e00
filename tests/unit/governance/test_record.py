"""The arithmetic of the record."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.domain import record

HASHES = st.lists(st.binary(max_size=4).map(lambda data: hashlib.sha256(data).hexdigest()), min_size=1, max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(HASHES, st.data())
def test_every_leaf_is_proved_by_its_path(leaves: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(leaves) - 1))
    path = record.merkle_path(leaves, place)
    assert record.root_from_path(leaves[place], path) == record.merkle_root(leaves)


@given(HASHES, st.data())
def test_another_leaf_gives_another_root(leaves: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(leaves) - 1))
    other = [*leaves[:place], "f" * 64, *leaves[place + 1 :]]
    assert record.merkle_root(other) != record.merkle_root(leaves)


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_the_order_of_keys_does_not_matter(body: dict[str, record.JSON]) -> None:
    turned = dict(reversed(body.items()))
    assert record.canonical(turned) == record.canonical(body)


@given(VALUES, VALUES)
def test_different_payloads_have_different_hashes(one: record.JSON, two: record.JSON) -> None:
    same = record.canonical(one) == record.canonical(two)
    assert (record.payload_hash("salt", one) == record.payload_hash("salt", two)) is same


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        record.canonical({"share": float("nan")})


def test_a_leaf_can_never_be_taken_for_a_node() -> None:
    left, right = record.leaf_hash("a"), record.leaf_hash("b")
    assert record.node_hash(left, right) != record.leaf_hash(left + right)


def test_a_moment_is_the_same_text_in_every_zone() -> None:
    at = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    assert record.moment(at.astimezone(timezone(timedelta(hours=1)))) == "2026-07-01T12:00:00.000000+00:00"


@pytest.mark.parametrize("changed", ["number", "root", "previous", "count", "at", "key_id"])
def test_the_digest_of_a_seal_covers_all_it_says(changed: str) -> None:
    said = {
        "number": 1,
        "root": "a",
        "previous": "b",
        "count": 2,
        "at": datetime(2026, 1, 1, tzinfo=UTC),
        "key_id": "c",
    }
    other = said | {changed: datetime(2027, 1, 1, tzinfo=UTC) if changed == "at" else 9}
    assert record.seal_digest(**said) != record.seal_digest(**other)
