"""docker-compose.yml: each of our services' command lines as they stand there, and the rules the file is held to."""

import os
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rag_portal.launch import children
from tests.services import ROOT
from tests.services.ports import free_port
from workshop import compose
from workshop.service import surroundings

FILE = compose.load(compose.FILE.read_text())
OURS = {name: service for name, service in FILE["services"].items() if service["image"].startswith("rag-portal")}
MADE_UP = {"POSTGRES_PASSWORD": "made-up", "REDIS_PASSWORD": "made-up"}


def filled(text: str, values: dict[str, str]) -> str:
    """Put values in the place of ${NAME:?words} and ${NAME:-default}, as compose does."""
    return re.sub(
        r"\$\{(\w+)(?::([?-])([^}]*))?\}",
        lambda found: values.get(found[1]) or (found[3] if found[2] == "-" else ""),
        text,
    )


@pytest.fixture
def service_environment(own_servers: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The environment of the file, with this machine's servers and folder in the place of the containers'."""
    given = surroundings() | MADE_UP
    written = {name: filled(str(value), given) for name, value in OURS["web"]["environment"].items()}
    local = {"RAG_DATA_DIR": str(tmp_path / "data"), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    return written | own_servers | local


def run(command: list[str], env: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def running(service_environment: dict[str, str], port: int, tmp_path: Path) -> Iterator[dict[str, Path]]:
    """Web, worker and beat by their own command lines after the migration; only the address listened on differs."""
    migrated = run(OURS["migrate"]["command"], service_environment)
    assert migrated.returncode == 0, migrated.stderr
    started, logs = [], {name: tmp_path / f"{name}.log" for name in ("web", "worker", "beat")}
    for name, log in logs.items():
        command = [word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in OURS[name]["command"]]
        with log.open("wb") as output:
            started.append(children.start(command, env=service_environment, cwd=ROOT, output=output))
    yield logs
    for process in started:
        children.stop(process)


def test_the_rules_find_nothing_to_complain_of() -> None:
    assert list(compose.faults(FILE)) == []


def test_every_service_of_ours_is_started_here() -> None:
    assert set(OURS) == {"migrate", "web", "worker", "beat"}


def test_web_worker_and_beat_run_by_their_command_lines(
    running: dict[str, Path], service_environment: dict[str, str], port: int
) -> None:
    for name, log in running.items():
        assert becomes_healthy(OURS[name]["healthcheck"]["test"], service_environment), log.read_text()
    assert ask(port, "/health/", {}) == (200, "")
    assert ask(port, "/", {}) == (301, "https://rag.force.example/")
    assert ask(port, "/", {"X-Forwarded-Proto": "https"}) == (302, "/account/login/?next=/")


def becomes_healthy(test: list[str], env: dict[str, str]) -> bool:
    """Run a service's health check as compose would until it is content, for a minute at most."""
    assert test[0] == "CMD"
    pause = threading.Event()
    for _ in range(20):
        if run(test[1:], env).returncode == 0:
            return True
        pause.wait(1)
    return False


def ask(port: int, path: str, headers: dict[str, str]) -> tuple[int, str]:
    """Ask for a page by the portal's public name, without following where it leads."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": "rag.force.example"} | headers)
    opener = urllib.request.build_opener(_Stay)
    try:
        with opener.open(request) as answer:
            return answer.status, ""
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers["Location"]


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


@pytest.mark.parametrize("missing", ["RAG_SECRET_KEY", "RAG_FIELD_KEYS", "RAG_SEAL_KEY", "DATABASE_URL", "REDIS_URL"])
def test_service_does_not_start_without_what_it_was_not_given(missing: str) -> None:
    env = {name: value for name, value in (os.environ | surroundings()).items() if name != missing}
    done = run([sys.executable, "-c", "import rag_portal.settings"], env)
    assert done.returncode != 0
    assert f"{missing} is not set" in done.stderr


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"web": {"image": "x", "environment": {"RAG_SECRET_KEY": "abc"}, "restart": "no"}}, "holds a secret"),
        (
            {"web": {"image": "x", "environment": {"DATABASE_URL": "postgres://a:b@c/d"}, "restart": "no"}},
            "holds a secret",
        ),
        ({"web": {"image": "x"}}, "no health check"),
        ({"web": {"image": "x", "restart": "no", "comand": []}}, "nobody knows the key comand"),
        ({"web": {"image": "x", "restart": "no", "volumes": ["lost:/data"]}}, "not declared"),
        ({"web": {"image": "x", "restart": "no", "depends_on": {"db": {"condition": "service_healthy"}}}}, "not here"),
    ],
)
def test_the_rules_find_a_fault(change: dict[str, Any], complaint: str) -> None:
    assert any(complaint in fault for fault in compose.faults({"services": change}))
