"""The journeys of the pages, through the API: what goes out, what waits, who decides, and who is told."""

from collections.abc import Callable

import pytest

from accounts.models import User
from accounts.services.tokens import issue_token
from tests.factories.posts import AMBER, GREEN, RED
from tests.functional.journeys.by_api import Caller, wait_for_address, wait_for_mails, wait_until
from tests.portal.fixtures import Portal

SECOND = "A man has been charged with robbery on Fortess Road and appears at Highbury Corner Magistrates' Court."
THIRD = "A man has been charged with robbery and appears at Highbury Corner Magistrates' Court on Thursday."
WHY = "The court has put an order on this case."
BOARD = "/noticeboard/"
Call = Callable[[User], Caller]


@pytest.fixture
def call(portal: Portal) -> Call:
    """`call(person)` is a program of this person's, with their token."""
    return lambda person: Caller(portal, issue_token(person, name="journey", actor=None)[1])


@pytest.fixture
def officer(call: Call, camden_officer: User) -> Caller:
    return call(camden_officer)


@pytest.fixture
def communicator(call: Call, camden_communicator: User) -> Caller:
    return call(camden_communicator)


@pytest.fixture
def stranger(portal: Portal) -> Caller:
    return Caller(portal, "")


def test_a_green_post_is_on_the_noticeboard_at_once_and_nobody_is_asked(
    officer: Caller, communicator: Caller, stranger: Caller
) -> None:
    made = officer.write(GREEN)
    assert (made["light"], made["release"]) == ("green", "go")
    assert GREEN in stranger.page(wait_for_address(officer, made["id"]))
    assert GREEN in stranger.page(BOARD)
    assert officer.get(f"/posts/{made['id']}")["status"] == "released"
    assert communicator.on_desk() == communicator.on_desk("acknowledge") == []


def test_an_amber_post_goes_out_and_its_communicator_acknowledges_it(
    officer: Caller, communicator: Caller, stranger: Caller
) -> None:
    made = officer.write(AMBER, public_domain=True, evidence="https://news.example/chalk-farm")
    assert (made["light"], made["release"]) == ("amber", "tell")
    assert AMBER in stranger.page(wait_for_address(officer, made["id"]))
    assert communicator.on_desk("acknowledge") == [made["id"]]
    officer.post(f"/posts/{made['id']}/acknowledge", 403)
    assert communicator.post(f"/posts/{made['id']}/acknowledge")["acknowledged_by"] == "Farah Okonjo"
    assert communicator.on_desk("acknowledge") == []
    communicator.post(f"/posts/{made['id']}/acknowledge", 409)


def test_a_red_post_is_not_out_until_somebody_else_approves_it(
    portal: Portal, officer: Caller, communicator: Caller, stranger: Caller
) -> None:
    made = officer.write(RED)
    assert (made["light"], made["status"]) == ("red", "waiting")
    officer.get("/desk", 403)
    officer.decide(made["id"], "approve", 403)
    portal.clock.forward(minutes=1)
    assert RED not in stranger.page(BOARD)
    assert communicator.on_desk() == [made["id"]]
    assert communicator.decide(made["id"], "approve")["status"] == "cleared"
    portal.clock.forward(seconds=15)
    assert RED.split("Magistrates")[0] in stranger.page(wait_for_address(officer, made["id"]))


def test_an_edit_voids_an_approval_and_only_what_was_approved_again_goes_out(
    portal: Portal, officer: Caller, communicator: Caller, stranger: Caller
) -> None:
    later = {"when": "later", "wall_clock": f"{portal.clock.today()} 15:00"}
    post = officer.write(RED, **later)["id"]
    communicator.decide(post, "return", note="Leave out the age.")
    assert officer.get(f"/posts/{post}")["status"] == "returned"
    assert officer.rewrite(post, SECOND, **later)["revision"] == 2
    old = communicator.get(f"/posts/{post}")
    assert communicator.decide(post, "approve")["status"] == "cleared"

    officer.post(f"/posts/{post}/reopen")
    assert communicator.on_desk() == []
    assert officer.rewrite(post, THIRD, **later)["status"] == "waiting"
    seen = {"decision_digest": old["decision_digest"], "assessment": old["assessment"]}
    communicator.post(f"/posts/{post}/approve", 409, **seen)
    communicator.decide(post, "approve")
    portal.clock.forward(hours=4)
    shown = stranger.page(wait_for_address(officer, post))
    assert "on Thursday" in shown
    assert "Fortess Road" not in shown


def test_a_rejection_needs_a_reason_and_nothing_ever_goes_out(
    portal: Portal, officer: Caller, communicator: Caller, stranger: Caller
) -> None:
    post = officer.write(RED)["id"]
    communicator.decide(post, "reject", 422)
    assert communicator.decide(post, "reject", note=WHY)["status"] == "rejected"
    officer.post(f"/posts/{post}/reopen", 409)
    portal.clock.forward(minutes=5)
    wait_for_mails(portal, "officer@camden.demo", 1)
    assert WHY in str(portal.mails()[-1].get_payload(decode=True), "utf-8")
    assert officer.get(f"/posts/{post}/deliveries") == []
    assert "robbery" not in stranger.page(BOARD)


def test_a_red_post_that_nobody_decides_climbs_to_the_press_bureau(
    portal: Portal,
    call: Call,
    officer: Caller,
    communicator: Caller,
    camden_communicator: User,
    camden_spoc: User,
    borough_support: User,
    press_bureau: User,
) -> None:
    post = officer.write(RED)["id"]
    rungs = [[camden_communicator], [camden_communicator, camden_spoc], [borough_support], [press_bureau]]
    told: list[User] = []
    for number, people in enumerate(rungs):
        if number:
            portal.clock.forward(minutes=10)
        told += people
        for person in (camden_communicator, camden_spoc, borough_support, press_bureau):
            wait_for_mails(portal, person.email, told.count(person))
    bureau = call(press_bureau)
    assert bureau.on_desk() == [post]
    bureau.decide(post, "approve")
    portal.clock.forward(seconds=15)
    wait_until(lambda: officer.get(f"/posts/{post}")["status"] == "released", "released by the Press Bureau")
