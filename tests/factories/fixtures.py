"""People by role, and the accounts they post from; a plugin named by tests/conftest.py."""

from typing import Any

import pytest

from accounts.models import SocialAccount, User
from tests.factories import people


@pytest.fixture
def camden_officer(db: Any) -> User:
    return people.person("officer", "camden", email="officer@camden.demo", name="PC Imran Sadler")


@pytest.fixture
def camden_spoc(db: Any) -> User:
    return people.person("spoc", "camden", email="spoc@camden.demo", name="Sgt Dele Ogunbanjo")


@pytest.fixture
def camden_communicator(db: Any) -> User:
    return people.person("communicator", "camden", email="communicator@camden.demo", name="Farah Okonjo")


@pytest.fixture
def camden_commander(db: Any) -> User:
    return people.person("commander", "camden", email="commander@camden.demo", name="Ch Supt Rhian Pascoe")


@pytest.fixture
def hackney_officer(db: Any) -> User:
    return people.person(
        "officer", "hackney", email="officer@hackney.demo", name="PC Hollie Marchetti", level="probation"
    )


@pytest.fixture
def hackney_communicator(db: Any) -> User:
    return people.person("communicator", "hackney", email="communicator@hackney.demo", name="Ben Laverick")


@pytest.fixture
def borough_support(db: Any) -> User:
    return people.person("borough-support", email="support@dmc.demo", name="Tomasz Wren", head_on_call=True)


@pytest.fixture
def social_media_team(db: Any) -> User:
    return people.person("social-media-team", email="social@dmc.demo", name="Niamh Kerrigan")


@pytest.fixture
def press_bureau(db: Any) -> User:
    return people.person("press-bureau", email="bureau@dmc.demo", name="Ruaridh Bell")


@pytest.fixture
def dmc_admin(db: Any) -> User:
    return people.person("dmc-admin", email="admin@dmc.demo", name="Ffion Prosser")


@pytest.fixture
def auditor(db: Any) -> User:
    return people.person("auditor", email="auditor@dmc.demo", name="Kit Adeyinka")


@pytest.fixture
def camden_noticeboard(camden_officer: User) -> SocialAccount:
    return people.account("camden", camden_officer, handle="camden")


@pytest.fixture
def hackney_noticeboard(hackney_officer: User) -> SocialAccount:
    return people.account("hackney", hackney_officer, handle="hackney")


@pytest.fixture
def camden_mastodon(camden_officer: User) -> SocialAccount:
    return people.account("camden", camden_officer, channel="mastodon", handle="camden@social.example")
