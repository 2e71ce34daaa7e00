"""The third party's mock server, with one account of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from mastodon_mock.config import SeedAccount, SeedConfig
from mastodon_mock.testing import MockServer

TOKEN = "a-token-for-tests"


@contextmanager
def serve() -> Iterator[str]:
    """Start the server and give its address; stop it afterwards."""
    people = [SeedAccount(username="camden", display_name="Camden Police", access_token=TOKEN)]
    with MockServer(seed=SeedConfig(accounts=people)) as server:
        yield server.base_url
