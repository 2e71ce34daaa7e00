"""What tests of ladders ask for."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from accounts.models import User


@pytest.fixture
def appointed_in_september() -> Iterator[None]:
    """Everybody's appointment is older than any post of the test. Ask for it before anybody is made."""
    with time_machine.travel(datetime(2026, 9, 1, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def everybody(
    camden_spoc: User, camden_communicator: User, borough_support: User, press_bureau: User, hackney_communicator: User
) -> None:
    """Everybody a Camden ladder can name, and one it cannot. Tomasz Wren is head of DMC on call too."""
