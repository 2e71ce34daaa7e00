"""Ladders: who hears of a waiting post, and when. Deadlines are rows; nothing is remembered only by a broker.

`enter_queue`, `leave_queue`, `change_ladder`, `pause` and `resume` work inside the caller's transaction. `climb` is the
sweep: each batch is one durable transaction of its own. Whoever locks takes the post first, its rungs after.
"""

from posts.services.escalation.laying import change_ladder, enter_queue, leave_queue
from posts.services.escalation.pausing import pause, resume
from posts.services.escalation.sweep import climb

__all__ = ["change_ladder", "climb", "enter_queue", "leave_queue", "pause", "resume"]
