"""Where a post stands, read from its state and what became of its deliveries."""

from datetime import UTC, datetime

import pytest

from posts.domain.publication import Operation, PublicationStatus
from posts.domain.standing import Delivery, Standing, standing_of
from posts.domain.standing_words import Facts, Said, light_note, steps, what_next, who_has_it
from posts.domain.workflow import PostStatus

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
EARLIER = datetime(2026, 11, 20, 14, 6, tzinfo=UTC)


def sent(status: str, account: str = "Kentish Town", channel: str = "x") -> Delivery:
    return Delivery(account, channel, Operation.PUBLISH, status, at=EARLIER)


def taken_down(status: str, account: str = "Kentish Town") -> Delivery:
    return Delivery(account, "x", Operation.DELETE, status, at=EARLIER)


def released(*deliveries: Delivery) -> Standing:
    return standing_of("released", asked=False, claimed=False, scheduled=False, deliveries=deliveries)


@pytest.mark.parametrize(
    ("deliveries", "standing"),
    [
        ([sent("published")], Standing.PUBLISHED),
        ([sent("published"), sent("failed", "Camden", "facebook")], Standing.PART_PUBLISHED),
        ([sent("published"), sent("unknown", "Camden", "facebook")], Standing.IN_DOUBT),
        ([sent("published"), sent("queued", "Camden", "facebook")], Standing.GOING_OUT),
        ([sent("failed")], Standing.REFUSED),
        ([sent("published"), taken_down("published")], Standing.WITHDRAWN),
        ([sent("published"), taken_down("queued")], Standing.PUBLISHED),
        ([], Standing.REFUSED),
    ],
)
def test_what_became_of_a_released_post_is_read_from_its_deliveries(
    deliveries: list[Delivery], standing: Standing
) -> None:
    assert released(*deliveries) is standing


@pytest.mark.parametrize("status", list(PostStatus))
@pytest.mark.parametrize("delivery", [None, *PublicationStatus])
def test_every_state_with_every_delivery_has_a_word_and_its_sentences(
    status: PostStatus, delivery: PublicationStatus | None
) -> None:
    deliveries = (sent(delivery),) if delivery else ()
    for asked in (True, False):
        found = standing_of(status, asked=asked, claimed=False, scheduled=False, deliveries=deliveries)
        facts = Facts(found, NOW, sent_at=EARLIER, ended_at=EARLIER, deliveries=deliveries)
        assert who_has_it(facts)
        assert isinstance(what_next(facts), str)
        assert isinstance(light_note(facts), str)
        assert isinstance(steps(facts), list)


def test_a_question_comes_before_a_claim() -> None:
    found = standing_of("waiting", asked=True, claimed=True, scheduled=False, deliveries=())
    assert found is Standing.ASKED


def test_half_a_success_names_both_halves() -> None:
    facts = Facts(Standing.IN_DOUBT, NOW, deliveries=(sent("published"), sent("unknown", "Camden", "facebook")))
    assert who_has_it(facts) == "On X since 14:06; not on Facebook"
    assert what_next(facts) == (
        "Facebook gave no clear answer. We do not send twice: the desk is checking and will tell you."
    )


def test_a_return_quotes_what_was_said() -> None:
    facts = Facts(Standing.RETURNED, NOW, decision=Said("Farah Okonjo", EARLIER, "Take out ‘prolific’."))
    assert who_has_it(facts) == "Returned by Farah Okonjo at 14:06"
    assert what_next(facts).startswith("“Take out ‘prolific’.” Change it and send it again")
