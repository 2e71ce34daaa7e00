"""The epoch: moved and held inside transactions only; a held epoch waits for nobody's reading, only for moves."""

import threading

import pytest
from django.db import connection, transaction

from governance.models import PolicyEpoch
from governance.selectors import epoch as epoch_now
from governance.services import epoch


@pytest.mark.django_db
@pytest.mark.smoke
def test_each_move_raises_the_epoch_by_one() -> None:
    before = epoch_now()
    assert (epoch.move(), epoch.move()) == (before + 1, before + 2)


@pytest.mark.django_db
@pytest.mark.smoke
def test_the_row_is_laid_down_by_whoever_needs_it_first() -> None:
    PolicyEpoch.objects.all().delete()
    assert epoch.hold_shared() == 1
    assert epoch.move() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.smoke
def test_the_epoch_is_neither_moved_nor_held_outside_a_transaction() -> None:
    for use in (epoch.move, epoch.hold_shared):
        with pytest.raises(RuntimeError):
            use()


@pytest.mark.django_db(transaction=True)
def test_a_move_waits_until_the_send_that_holds_the_epoch_has_ended() -> None:
    moved = threading.Event()

    def move() -> None:
        with transaction.atomic():
            epoch.move()
        moved.set()
        connection.close()

    with transaction.atomic():
        held = epoch.hold_shared()
        mover = threading.Thread(target=move)
        mover.start()
        assert not moved.wait(0.3)
        assert epoch_now() == held
    mover.join(10)
    assert epoch_now() == held + 1
