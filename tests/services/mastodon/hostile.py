"""A platform that misbehaves on demand, and keeps its own log of what it took.

Ask for faults with `will`, one for each status it is sent: "throttle", "busy", "break", "cut", "take-and-cut",
"take-and-break", "take-and-babble", "take-and-crawl", "revoke", "refuse". Without one it behaves.
"""

import json
import socket
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

ANSWERS = {
    "throttle": (429, {"error": "Too many requests"}, {"Retry-After": "90"}),
    "busy": (503, {"error": "Down for work"}, {}),
    "break": (500, {"error": "Oops"}, {}),
    "take-and-break": (500, {"error": "Oops"}, {}),
    "revoke": (401, {"error": "The access token was revoked"}, {}),
    "refuse": (422, {"error": "Validation failed: Text limit exceeded"}, {}),
}


class Platform(ThreadingHTTPServer):
    """The server, its log and the faults it is still to commit."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.taken: list[dict[str, Any]] = []
        self.deleted: list[str] = []
        self.pictures: list[dict[str, str]] = []
        self.faults: deque[str] = deque()
        self.asked: list[str] = []
        self.ahead = timedelta()
        self.closing = threading.Event()
        self.crawling = threading.Event()
        self.news = threading.Condition(self.lock)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def will(self, *faults: str) -> None:
        """Commit these, one for each status sent from now on."""
        self.faults.extend(faults)

    def wait_until_it_took(self, number: int, seconds: float = 30) -> None:
        """Return once it has taken this many."""
        with self.news:
            assert self.news.wait_for(lambda: len(self.taken) >= number, seconds), f"only {len(self.taken)} were taken"

    def texts(self) -> list[str]:
        """Return the texts that are out, in the order they were taken."""
        with self.lock:
            return [one["status"] for one in self.taken if one["id"] not in self.deleted]

    def take(self, form: dict[str, Any], key: str, token: str) -> dict[str, Any]:
        """Write a status into the log."""
        with self.lock:
            number = str(len(self.taken) + 1001)
            entry = {"id": number, "status": form.get("status", ""), "key": key, "token": token, "form": form}
            self.taken.append(entry | {"at": (datetime.now(UTC) + self.ahead).isoformat()})
            self.news.notify_all()
        return self.shown(self.taken[-1])

    def shown(self, entry: dict[str, Any]) -> dict[str, Any]:
        """Return a status as the API shows it."""
        text = entry["status"].replace("&", "&amp;").replace("<", "&lt;").replace("\n\n", "</p><p>")
        text = text.replace("\n", "<br />")
        address = f"{self.url}/@camden/{entry['id']}"
        return {
            "id": entry["id"],
            "created_at": entry["at"],
            "content": f"<p>{text}</p>",
            "url": address,
            "uri": address,
        }


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Platform
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        form = self.form()
        self.server.asked.append(self.path)
        if self.path.endswith("/media"):
            self.server.pictures.append(form)
            self.answer(200, {"id": str(len(self.server.pictures)), "type": "image", "url": f"{self.server.url}/p"})
            return
        with self.server.lock:
            fault = self.server.faults.popleft() if self.server.faults else ""
        self.misbehave(fault, form) if fault else self.answer(200, self.take(form))

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path.endswith("/verify_credentials"):
            self.answer(200, {"id": "1", "username": "camden", "acct": "camden"})
            return
        if self.path.rstrip("/").endswith("/instance"):
            self.answer(200, {"version": "4.4.0", "api_versions": {"mastodon": 6}})
            return
        with self.server.lock:
            out = [one for one in reversed(self.server.taken) if one["id"] not in self.server.deleted]
        self.answer(200, [self.server.shown(one) for one in out[:40]])

    def do_DELETE(self) -> None:
        number = self.path.rpartition("/")[2]
        known = any(one["id"] == number for one in self.server.taken) and number not in self.server.deleted
        self.server.deleted.append(number)
        self.answer(200, {"id": number}) if known else self.answer(404, {"error": "Record not found"})

    def misbehave(self, fault: str, form: dict[str, Any]) -> None:
        """Commit a fault."""
        if fault.startswith("take-and-"):
            self.take(form)
        if fault in ANSWERS:
            self.answer(*ANSWERS[fault])
        elif fault == "take-and-babble":
            self.answer(200, "I am no status")
        elif fault == "take-and-crawl":
            self.crawl()
        else:
            self.cut()

    def take(self, form: dict[str, Any]) -> dict[str, Any]:
        """Take the status, as the token's account."""
        return self.server.take(form, self.headers.get("Idempotency-Key", ""), self.headers.get("Authorization", ""))

    def crawl(self) -> None:
        """Answer one byte at a time, for ever."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        self.server.crawling.set()
        while not self.server.closing.wait(0.1):
            self.wfile.write(b"a")
            self.wfile.flush()

    def cut(self) -> None:
        """End the connection without an answer."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def form(self) -> dict[str, Any]:
        """Return what was posted, from any of the three ways of writing it."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        kind = self.headers.get("Content-Type", "")
        if kind.startswith("application/json"):
            return json.loads(body)
        if kind.startswith("multipart/"):
            whole = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
            return {
                str(part.get_param("name", header="Content-Disposition")): _words(part) for part in whole.get_payload()
            }
        return {name: values[-1] for name, values in parse_qs(body.decode()).items()}

    def answer(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        """Answer in JSON."""
        written = json.dumps(body).encode()
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""


def _words(part: Any) -> str:
    data = part.get_payload(decode=True)
    return data.decode() if part.get_filename() is None else f"{len(data)} bytes"


@contextmanager
def serve() -> Iterator[Platform]:
    """Start the platform; stop it afterwards."""
    platform = Platform()
    threading.Thread(target=platform.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield platform
    finally:
        platform.closing.set()
        platform.shutdown()
        platform.server_close()
