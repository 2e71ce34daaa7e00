"""How high a post stands on the desk: threat to life, then light, then topics that cannot wait."""

from collections.abc import Collection

CANNOT_WAIT = frozenset({"missing-person", "evacuation-emergency", "major-critical-incident", "escaped-prisoner"})
BY_LIGHT = {"red": 200, "amber": 100, "green": 0}


def urgency(light: str, topics: Collection[str], threat_to_life: bool) -> int:
    """Return a whole number; the desk puts the higher first, then whoever waited longer."""
    pressing = 50 if not CANNOT_WAIT.isdisjoint(topics) else 0
    return BY_LIGHT[light] + pressing + (400 if threat_to_life else 0)
