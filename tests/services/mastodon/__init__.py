"""Two platforms for tests of the Mastodon room, both on loopback.

`mock` is a third party's server (mastodon-mock), not Mastodon: it proves the shape of our requests. `hostile` is ours:
it keeps its own log of what it took, and misbehaves on demand.
"""
