"""What changed between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from posts.domain.word_diff import Piece, word_diff

texts = st.text(alphabet="ab ’.\n", max_size=40)


@given(texts, texts)
def test_the_pieces_spell_both_texts(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(one.text for one in pieces if one.kind != "added") == before
    assert "".join(one.text for one in pieces if one.kind != "removed") == after


def test_what_was_rewritten_reads_as_one() -> None:
    found = word_diff("A prolific burglar has been charged.", "A man from Kentish Town has been charged.")
    assert found[1:3] == [Piece("removed", "prolific burglar"), Piece("added", "man from Kentish Town")]


def test_texts_that_are_the_same_show_no_change() -> None:
    assert word_diff("Come along.", "Come along.") == [Piece("same", "Come along.")]
