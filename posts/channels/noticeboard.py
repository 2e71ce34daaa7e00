"""The built-in noticeboard. Its public page reads the outbox row itself: a row that says PUBLISHED is the publication.

Nothing is ever lost between us and it: a send whose answer nobody wrote down was never seen by anybody.
"""

from collections.abc import Collection
from datetime import datetime
from urllib.parse import quote

from posts.channels.base import Limits, Outgoing, Receipt
from posts.channels.preview import PlainPreview


class Noticeboard(PlainPreview):
    """Takes everything; the settling of the row makes it public."""

    slug = "noticeboard"
    label = "Noticeboard"
    limits = Limits(length=2_000, pictures=4, picture_bytes=10_000_000, alt_text=1_500, counted_in="characters")
    absence_is_proof = True

    def send(self, outgoing: Outgoing) -> Receipt:
        """Give the permalink that the public page will answer on."""
        url = f"{outgoing.base_url}/noticeboard/{quote(outgoing.handle, safe='@')}/{outgoing.reference}/"
        return Receipt(str(outgoing.reference), url)

    def delete(self, outgoing: Outgoing, platform_id: str) -> None:
        """Nothing to do: the page leaves out a row whose deletion is settled."""

    def find(self, outgoing: Outgoing, since: datetime, known: Collection[str] = ()) -> Receipt | None:
        """Nothing: while the row is in doubt, nobody has seen it."""
        return None
