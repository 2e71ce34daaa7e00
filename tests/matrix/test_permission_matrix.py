"""Every address answers every person as docs/reference/permission-matrix.md says."""

import os

import time_machine
from django.test import TestCase

from tests.matrix import page, world
from tests.matrix.asking import HOW, answers_of, every_address, without_a_line
from tests.matrix.world import WEDNESDAY, World

WRITE = "RAG_WRITE_MATRIX" in os.environ
MEANT = f"If this is meant, write the page anew with {HOW} and read what changed."


def test_every_argument_of_every_address_is_filled() -> None:
    assert without_a_line(every_address()) == []


def test_every_address_stands_in_a_room_of_the_page() -> None:
    assert {one.room for one in every_address()} == set(page.ROOMS)


class TestEverybodyAsksEveryAddress(TestCase):
    """One world for all questions, on a Wednesday at eleven; each question is asked and then forgotten."""

    world: World

    @classmethod
    def setUpClass(cls) -> None:
        traveller = time_machine.travel(WEDNESDAY, tick=False)
        moment = traveller.start()
        cls.addClassCleanup(traveller.stop)
        super().setUpClass()
        moment.shift(5)  # an approval can be undone for ten seconds, and a post has a moment for each stay on the desk

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = world.build()

    def test_the_portal_itself_answers_as_the_page_says(self) -> None:
        self.compare("rag_portal")

    def test_signing_in_answers_as_the_page_says(self) -> None:
        self.compare("allauth")

    def test_people_and_accounts_answer_as_the_page_says(self) -> None:
        self.compare("accounts")

    def test_posts_and_the_desk_answer_as_the_page_says(self) -> None:
        self.compare("posts")

    def test_the_api_answers_as_the_page_says(self) -> None:
        self.compare("API")

    def test_policy_and_the_record_answer_as_the_page_says(self) -> None:
        self.compare("governance")

    def compare(self, room: str) -> None:
        """Ask every address of the room and compare, or write."""
        here, asked = self.world, [one for one in every_address() if one.room == room]
        found = {f"{how} {one.shown}": told for one in asked for how, told in answers_of(one, here).items()}
        if WRITE:
            page.write(room, found, HOW)
        changed = page.differences(page.read().get(room, {}), found)
        assert not changed, "\n".join([*changed, MEANT])
