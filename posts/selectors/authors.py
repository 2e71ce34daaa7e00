"""What a decider may know of a post's author: level, and what became of their posts of the last ninety days."""

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count

from posts.domain.desk_words import LEVELS, how_many
from posts.models import Post, Review

if TYPE_CHECKING:
    from accounts.models import User

LATELY = timedelta(days=90)
COUNTED = 500
ORDER = ("green", "amber", "red")


def facts_about_author(author: "User", now: datetime) -> list[dict[str, str]]:
    """Short facts, as components/_facts.html takes them."""
    sent = Post.objects.filter(author=author, created_at__gte=now - LATELY, submitted_at__isnull=False)
    lights = dict(sent.order_by("-created_at", "-pk").values_list("pk", "light")[:COUNTED])
    decided = Review.objects.filter(post__in=list(lights))
    decisions = dict(decided.values_list("decision").annotate(number=Count("pk")).order_by())
    return [
        {"key": "Level", "value": _level(author)},
        {"key": "Last 90 days", "value": _counts(Counter(lights.values()))},
        {"key": "Returned", "value": _number(decisions.get("return", 0))},
        {"key": "Rejected", "value": _number(decisions.get("reject", 0))},
        {"key": "Withdrawn", "value": _number(decisions.get("withdraw", 0))},
    ]


def _level(author: "User") -> str:
    said = LEVELS.get(author.level, author.level)
    words = said[:1].upper() + said[1:]
    since = author.level_since
    return f"{words} since {since:%B %Y}" if since else words


def _counts(lights: Counter[str]) -> str:
    total = lights.total()
    split = ", ".join(f"{lights[light]} {light.capitalize()}" for light in ORDER if lights.get(light))
    return f"{how_many(total, COUNTED)} post{'' if total == 1 else 's'}{': ' + split if split else ''}"


def _number(count: int) -> str:
    return str(count) if count else "none"
