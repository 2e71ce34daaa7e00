"""What `make run` promises: one ready line, one way to stop, nobody left behind."""

import os
import re
import signal
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from accounts.domain import demo_cast
from rag_portal.launch import sign_ins
from tests.integration.conftest import Launch

Start = Callable[..., Launch]


def gone(portal: Launch, seconds: float = 20) -> bool:
    """Tell whether every process of the portal ends within the time."""
    end = time.monotonic() + seconds
    pause = threading.Event()
    while portal.family() and time.monotonic() < end:
        pause.wait(0.1)
    return not portal.family()


def ready(portal: Launch) -> Launch:
    portal.wait_for(f"RAG Portal is ready: http://127.0.0.1:{portal.port}\n")
    return portal


def test_a_portal_that_has_run_before_starts_at_once_keeps_its_secrets_and_stops_as_one(
    relaunch: Start, data_of_a_first_start: Path, tmp_path: Path
) -> None:
    portal = ready(relaunch(RAG_DEMO_PASSWORD="quiet-lamp-7"))
    portal.wait_for("auditor@dmc.demo")
    assert "each with the password quiet-lamp-7" in portal.said
    assert "Bringing the database" not in portal.said
    assert "Gathering styles" not in portal.said
    assert secrets_in(tmp_path / "data") == secrets_in(data_of_a_first_start)
    assert signs_in(portal, "officer@camden.demo", "quiet-lamp-7")
    assert len(portal.family()) >= 4
    assert portal.end(signal.SIGINT) == 0
    assert gone(portal, 1)


def signs_in(portal: Launch, email: str, password: str) -> bool:
    with httpx.Client(base_url=f"http://127.0.0.1:{portal.port}", follow_redirects=True) as browser:
        page = browser.get("/account/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
        assert token, page.text
        answer = browser.post(page.url, data={"login": email, "password": password, "csrfmiddlewaretoken": token[1]})
        return answer.is_success and "/account/login/" not in str(answer.url)


def test_every_sign_in_that_is_shown_is_a_demo_person() -> None:
    assert sign_ins.PEOPLE.keys() == {person.email for person in demo_cast.PEOPLE} & sign_ins.PEOPLE.keys()


def secrets_in(folder: Path) -> dict[str, tuple[str, int]]:
    return {path.name: (path.read_text(), path.stat().st_mode & 0o777) for path in (folder / "secrets").iterdir()}


def test_made_secrets_are_for_their_owner_alone(data_of_a_first_start: Path) -> None:
    kept = secrets_in(data_of_a_first_start)
    assert {"rag_secret_key", "rag_field_keys", "rag_seal_key", "rag_demo_password"} <= kept.keys()
    assert {mode for _, mode in kept.values()} == {0o600}


def test_a_signal_during_the_start_stops_everything(relaunch: Start) -> None:
    portal = relaunch()
    portal.wait_for("Starting web, worker and beat")
    assert portal.end(signal.SIGTERM) == 0
    assert gone(portal, 1)


def test_children_die_with_a_killed_launcher(relaunch: Start) -> None:
    portal = ready(relaunch())
    portal.end(signal.SIGKILL)
    assert gone(portal)


def test_when_a_part_dies_the_whole_stops_and_says_which(relaunch: Start) -> None:
    portal = ready(relaunch())
    beat = next(pid for pid in portal.family() if b"\0beat\0" in Path(f"/proc/{pid}/cmdline").read_bytes())
    os.kill(beat, signal.SIGKILL)
    assert portal.process.wait(30) == 1
    assert "beat ended with status -9" in portal.said
    assert gone(portal, 1)


def test_a_taken_port_is_named(launch: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        portal = launch(port=other.getsockname()[1])
        assert portal.process.wait(30) == 1
    assert f"Port {portal.port} cannot be used" in portal.said
    assert "Traceback" not in portal.said


def test_two_portals_do_not_share_a_data_directory(relaunch: Start) -> None:
    relaunch().wait_for("Looking at the database")
    second = relaunch()
    assert second.process.wait(30) == 1
    assert "Another portal is already running" in second.said


def test_nonsense_in_the_environment_is_refused_in_plain_words(launch: Start) -> None:
    portal = launch(RAG_DEBUG="perhaps")
    assert portal.process.wait(30) == 1
    assert "RAG_DEBUG must be on or off, not 'perhaps'." in portal.said
    assert "Traceback" not in portal.said


def test_the_same_command_runs_on_postgresql_and_redis(relaunch: Start, own_servers: dict[str, str]) -> None:
    portal = ready(relaunch(**own_servers))
    assert portal.end(signal.SIGHUP) == 0
    assert gone(portal, 1)
