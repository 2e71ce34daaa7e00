"""Waiting until the portal really works: the health page answers, and with it the database, the worker and beat."""

import json
import urllib.error
import urllib.request

from rag_portal.launch.family import Family

PATIENCE = 120


def wait_until_ready(family: Family, port: int) -> str | None:
    """Return nothing when all is well (or a stop was asked for); otherwise the words about what is not."""
    answer = "no answer"
    for _ in range(PATIENCE * 5):
        if family.asked_to_stop.wait(0.2):
            return None
        if words := family.dead():
            return words
        answer = ask(port)
        if not answer:
            return None
    return f"not ready after {PATIENCE} seconds: {answer}"


def ask(port: int) -> str:
    """Return what the health page complains of, or an empty text when it is content."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://127.0.0.1:{port}/health/", timeout=5) as response:
            response.read()
        return ""
    except urllib.error.HTTPError as problem:
        return _complaints(problem)
    except OSError as problem:
        return str(problem)


def _complaints(problem: urllib.error.HTTPError) -> str:
    try:
        checks = json.load(problem)["checks"]
    except (ValueError, KeyError):
        return str(problem)
    return "; ".join(f"{name}: {outcome}" for name, outcome in checks.items() if outcome != "ok")
