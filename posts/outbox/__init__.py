"""The outbox: what is still to be put on, or taken off, an account. The only writer of `Publication.status`.

The promise: *at most one public post comes of one row; every accepted row ends PUBLISHED, FAILED with a person told,
or UNKNOWN with a person asked; no send begins after a stop has committed.* A send begins when the swap from CLAIMED to
SENDING commits, and that swap holds the policy epoch shared while whatever stops sends moves it, so the database puts
the two in order. Each function is one compare-and-swap, or a few, inside the caller's transaction; none opens one.
"""

from posts.outbox.claiming import anything_due, anything_lost, claim_due, claim_to_reconcile, reap, unclaim
from posts.outbox.queue import cancel, enqueue, enqueue_deletion, hear_bell, nudge, stop
from posts.outbox.sending import begin, look_again, put_off, refuse, send_again, settle, turn_away

__all__ = [
    "anything_due",
    "anything_lost",
    "begin",
    "cancel",
    "claim_due",
    "claim_to_reconcile",
    "enqueue",
    "enqueue_deletion",
    "hear_bell",
    "look_again",
    "nudge",
    "put_off",
    "reap",
    "refuse",
    "send_again",
    "settle",
    "stop",
    "turn_away",
    "unclaim",
]
