"""Mastodon, by Mastodon.py, on any server (`base_url`).

What the platform gives us: an Idempotency-Key, by which a server takes the same post only once within the hour; and the
account's own statuses, which we read when an answer was lost. Tested against the third party's `mastodon-mock` server,
which is no Mastodon: it proves that our requests have the right shape. That the sorting of failures is right is proved
against a stub of ours that cuts, crawls, throttles and talks nonsense. Neither proves a real server's limits.
"""

from posts.channels.mastodon.channel import MastodonChannel

__all__ = ["MastodonChannel"]
