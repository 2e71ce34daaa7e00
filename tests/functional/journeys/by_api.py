"""What people do through the API, each with a token of their own, over HTTP against the running portal."""

import threading
from collections.abc import Callable
from typing import Any

import httpx

from tests.portal.fixtures import Portal


class Caller:
    """A person's program. Every answer that is not the one expected fails the journey, with what was said."""

    def __init__(self, portal: Portal, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.http = httpx.Client(base_url=portal.url, headers=headers, timeout=60)

    def get(self, path: str, expected: int = 200) -> Any:
        """Read something below /api/v1."""
        return _answer(self.http.get(f"/api/v1{path}"), expected)

    def post(self, path: str, expected: int = 200, **body: Any) -> Any:
        """Send something below /api/v1."""
        return _answer(self.http.post(f"/api/v1{path}", json=body), expected)

    def write(self, text: str, **stated: Any) -> Any:
        """Send a new post from the first account they may post from."""
        account = self.get("/accounts")[0]["id"]
        return self.post("/posts", 201, text=text, accounts=[account], submit=True, **stated)

    def rewrite(self, post: int, text: str, **stated: Any) -> Any:
        """Put other words into a post of theirs and send it."""
        version = self.get(f"/posts/{post}")["version"]
        account = self.get("/accounts")[0]["id"]
        body = {"text": text, "accounts": [account], "version": version, **stated}
        saved = _answer(self.http.put(f"/api/v1/posts/{post}", json=body), 200)
        return self.post(f"/posts/{post}/submit", version=saved["version"])

    def decide(self, post: int, verb: str, expected: int = 200, **more: Any) -> Any:
        """Open a post and decide on what was read."""
        read = self.get(f"/posts/{post}")
        seen = {"decision_digest": read["decision_digest"], "assessment": read["assessment"]}
        return self.post(f"/posts/{post}/{verb}", expected, **seen, **more)

    def on_desk(self, group: str = "decide") -> list[int]:
        """The posts in one group of their desk."""
        return [one["id"] for one in self.get("/desk")[group]]

    def page(self, path: str) -> str:
        """What anybody reads at a public address."""
        return self.http.get(path).text


def _answer(answer: httpx.Response, expected: int) -> Any:
    assert answer.status_code == expected, f"{answer.request.method} {answer.url}: {answer.status_code} {answer.text}"
    return answer.json()


def wait_until(there: Callable[[], bool], what: str, seconds: int = 40) -> None:
    """Look again and again until it is so: the worker takes its moment."""
    pause = threading.Event()
    for _ in range(seconds * 10):
        if there():
            return
        pause.wait(0.1)
    raise AssertionError(f"Waited {seconds} seconds in vain: {what}")


def wait_for_address(caller: Caller, post: int) -> str:
    """Return the path where the public reads the post, once it is out."""

    def out() -> list[str]:
        return [row["url"] for row in caller.get(f"/posts/{post}/deliveries") if row["status"] == "published"]

    wait_until(lambda: len(out()) > 0, f"post {post} published")
    (address,) = out()
    return httpx.URL(address).path


def wait_for_mails(portal: Portal, to: str, count: int) -> None:
    """Look until so many mails went to this address; more than that is wrong."""

    def heard() -> int:
        return len([mail for mail in portal.mails() if to in str(mail["To"])])

    wait_until(lambda: heard() >= count, f"{count} mails to {to}, not {heard()}")
    assert heard() == count, f"{heard()} mails to {to}, not {count}"
