"""The line to a Mastodon server: time-outs that hold, and every failure sorted by whether anything was taken."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

import requests
from mastodon.errors import MastodonError
from urllib3.exceptions import NewConnectionError

from posts.channels.base import ChannelError, ErrorKind
from posts.channels.mastodon.deadline import Deadline, WatchedAdapter
from posts.channels.retry_after import read_retry_after

CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
WHOLE_SECONDS = 45.0
LARGEST_ANSWER = 4_000_000
TOOK_NOTHING = frozenset({429, 503})
NO_ANSWER_OF_MASTODON = "The server answered with something that is no Mastodon answer."
Answer = TypeVar("Answer")


class Gone(ChannelError):
    """What was asked for is not there."""


class Wire(requests.Session):
    """One conversation of `WHOLE_SECONDS` at most: a session for Mastodon.py, whose calls go through `ask`."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False
        self._in_doubt = ErrorKind.RETRY
        self._deadline = Deadline(WHOLE_SECONDS)
        for scheme in ("http://", "https://"):
            self.mount(scheme, WatchedAdapter(self._deadline))

    def close(self) -> None:
        """End the conversation."""
        self._deadline.lift()
        super().close()

    def the_next_request_counts(self) -> None:
        """From here on a lost answer is UNKNOWN; before, nothing that the public sees was handed over."""
        self._in_doubt = ErrorKind.UNKNOWN

    def ask(self, call: Callable[[], Answer]) -> Answer:
        """Make a call of Mastodon.py; whatever goes wrong comes out as a ChannelError."""
        try:
            return call()
        except MastodonError as error:
            inner = error.__cause__ or error.__context__
            raise inner if isinstance(inner, ChannelError) else self._nonsense() from None
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            raise self._nonsense() from None

    def pause(self) -> None:
        """Wait a little for the server to finish a picture."""
        time.sleep(0.5)

    def request(self, method: Any, url: Any, *args: Any, **options: Any) -> requests.Response:
        """Ask once, follow no redirect, and read the whole answer."""
        if self._deadline.passed:
            raise ChannelError(ErrorKind.RETRY, "The server took too long.")
        options |= {"timeout": (CONNECT_SECONDS, READ_SECONDS), "allow_redirects": False, "stream": True}
        try:
            response = super().request(method, url, *args, **options)
            self._read(response)
        except requests.RequestException as error:
            raise self._lost(error) from None
        self._sort(response)
        return response

    def _read(self, response: requests.Response) -> None:
        content = bytearray()
        for piece in response.iter_content(65_536):
            content += piece
            if len(content) > LARGEST_ANSWER:
                raise ChannelError(self._in_doubt, "The server's answer did not end.")
        response._content = bytes(content)

    def _lost(self, error: requests.RequestException) -> ChannelError:
        if isinstance(error, requests.ConnectTimeout) or _never_connected(error):
            return ChannelError(ErrorKind.RETRY, "The server could not be reached.")
        return ChannelError(self._in_doubt, "The connection ended before the server had answered.")

    def _sort(self, response: requests.Response) -> None:
        status = response.status_code
        if status < 300:
            return
        words = f"The server answered {status}{_its_words(response)}."
        if status in TOOK_NOTHING:
            raise ChannelError(ErrorKind.RETRY, words, read_retry_after(response.headers))
        if status >= 500 or status == 408:
            raise ChannelError(self._in_doubt, words)
        if status in (401, 403):
            words = f"The server no longer accepts this account's token ({status}{_its_words(response)})."
        raise (Gone if status in (404, 410) else ChannelError)(ErrorKind.PERMANENT, words)

    def _nonsense(self) -> ChannelError:
        return ChannelError(self._in_doubt, NO_ANSWER_OF_MASTODON)


def _never_connected(error: requests.RequestException) -> bool:
    reason = error.args[0] if error.args else None
    return isinstance(getattr(reason, "reason", None), NewConnectionError)


def _its_words(response: requests.Response) -> str:
    try:
        words = response.json()["error"]
    except (ValueError, TypeError, KeyError):
        return ""
    return f": {str(words)[:160].rstrip('.')}"
