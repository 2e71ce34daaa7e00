"""The table of a post's life is total: every state times every action is either one row or a refusal."""

from itertools import product

import pytest

from posts.domain.workflow import ENDED, TRANSITIONS, PostAction, PostStatus, actions_from, find_transition
from posts.permissions import PostPermission


@pytest.mark.parametrize(("status", "action"), list(product(PostStatus, PostAction)))
def test_every_state_and_action_is_one_row_or_none(status: PostStatus, action: PostAction) -> None:
    rows = [move for move in TRANSITIONS if (move.source, move.action) == (status, action)]
    assert len(rows) <= 1
    assert find_transition(status, action) == (rows[0] if rows else None)


@pytest.mark.parametrize("status", sorted(ENDED))
def test_nothing_leads_out_of_an_end(status: PostStatus) -> None:
    assert actions_from(status) == ()


def test_every_state_but_draft_can_be_reached() -> None:
    assert {move.target for move in TRANSITIONS} == set(PostStatus)


def test_only_a_decision_or_a_bypass_clears_a_waiting_post() -> None:
    clearing = {m.permission for m in TRANSITIONS if (m.source, m.target) == (PostStatus.WAITING, PostStatus.CLEARED)}
    assert clearing == {PostPermission.DECIDE, PostPermission.BYPASS}


def test_nothing_leads_from_held_straight_to_cleared_or_released() -> None:
    targets = {move.target for move in TRANSITIONS if move.source == PostStatus.HELD}
    assert targets.isdisjoint({PostStatus.CLEARED, PostStatus.RELEASED})


def test_only_a_cleared_post_is_released() -> None:
    assert {m.source for m in TRANSITIONS if m.target == PostStatus.RELEASED} == {PostStatus.CLEARED}
