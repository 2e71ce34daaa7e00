"""Whether docker-compose.yml is sound: by Docker's word where it is installed, and by a few rules of ours anywhere."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).resolve().parent.parent / "docker-compose.yml"
ASKED_FOR = re.compile(r"\$\{(\w+):\?[^}]*\}")
SECRET = re.compile(r"PASSWORD|SECRET|KEY|TOKEN|AUTH")
CONDITIONS = {"service_healthy", "service_started", "service_completed_successfully"}
KNOWN = set("image build restart init environment volumes command ports depends_on healthcheck".split())


def load(text: str) -> dict[str, Any]:
    """Return the file as YAML reads it, anchors merged."""
    return yaml.safe_load(text)


def faults(compose: dict[str, Any]) -> Iterator[str]:
    """Give every fault in plain words."""
    services = compose.get("services", {})
    for name, service in services.items():
        yield from (f"{name}: nobody knows the key {key}" for key in sorted(service.keys() - KNOWN))
        if not service.get("image"):
            yield f"{name}: no image"
        if "healthcheck" not in service and service.get("restart") != "no":
            yield f"{name}: no health check"
        yield from (f"{name}: {fault}" for fault in _waiting_faults(service, services))
        yield from (f"{name}: {fault}" for fault in _volume_faults(service, compose.get("volumes", {})))
        yield from (f"{name}: {fault}" for fault in _secret_faults(service.get("environment", {})))


def _waiting_faults(service: dict[str, Any], services: dict[str, Any]) -> Iterator[str]:
    for other, how in service.get("depends_on", {}).items():
        if other not in services:
            yield f"waits for {other}, which is not here"
        if how.get("condition") not in CONDITIONS:
            yield f"waits for {other} on no known condition"


def _volume_faults(service: dict[str, Any], declared: dict[str, Any]) -> Iterator[str]:
    for volume in service.get("volumes", []):
        source = volume.split(":")[0]
        if not source.startswith((".", "/")) and source not in declared:
            yield f"uses the volume {source}, which is not declared"


def _secret_faults(environment: dict[str, str]) -> Iterator[str]:
    for name, value in environment.items():
        hidden = re.search(r"://[^/@:]*:([^@]*)@", str(value))
        told = hidden.group(1) if hidden else value if SECRET.search(name) else None
        if told is not None and not ASKED_FOR.fullmatch(str(told)):
            yield f"{name} holds a secret instead of asking for it"


def asked_of_docker(text: str) -> str:
    """Return what `docker compose config` complains of; nothing when it is content or not installed."""
    docker = shutil.which("docker")
    if not docker or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        return ""
    made_up = os.environ | dict.fromkeys(ASKED_FOR.findall(text), "made-up")
    command = [docker, "compose", "--file", str(FILE), "config", "--quiet"]
    return subprocess.run(command, env=made_up, capture_output=True, text=True, check=False).stderr


def main() -> int:
    """Print all faults; return 1 when there is one."""
    text = FILE.read_text()
    found = [*faults(load(text)), *asked_of_docker(text).splitlines()]
    sys.stdout.writelines(f"docker-compose.yml: {fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
