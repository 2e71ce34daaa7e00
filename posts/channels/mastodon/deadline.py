"""A deadline that holds: when it passes, the sockets are shut, however slowly the other side drips.

A read time-out alone does not do this: one byte every nine seconds never lets ten seconds pass in silence.
"""

import socket
import threading

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class Deadline:
    """Shuts every socket it has been shown when the time is up, unless it was `lifted` before."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, one: socket.socket) -> None:
        """Shut this socket too when the time is up."""
        self._sockets.append(one)

    def lift(self) -> None:
        """Forget the sockets: the conversation is over."""
        self._timer.cancel()

    def _shut(self) -> None:
        self.passed = True
        for one in self._sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


class WatchedAdapter(HTTPAdapter):
    """Shows every connection's socket to a deadline."""

    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self.poolmanager.pool_classes_by_scheme = _pools(deadline)


def _pools(deadline: Deadline) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            deadline.watch(self.sock)

    class Encrypted(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            deadline.watch(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class EncryptedPool(HTTPSConnectionPool):
        ConnectionCls = Encrypted

    return {"http": PlainPool, "https": EncryptedPool}
