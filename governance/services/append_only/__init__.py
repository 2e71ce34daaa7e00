"""Tables that only grow, and the database triggers that hold them to it.

A model says `append_only = True`; nothing else names the tables, so no room is imported from below.
"""

from governance.services.append_only.triggers import drop_triggers, missing_triggers, write_triggers

__all__ = ["drop_triggers", "missing_triggers", "write_triggers"]
