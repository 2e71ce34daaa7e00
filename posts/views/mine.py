"""My posts: what needs me, what is on its way, what went out and what did not."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from posts.domain.standing import NEEDS_ITS_AUTHOR, ON_ITS_WAY, WENT_OUT
from posts.forms.fields import read_number
from posts.selectors.mine import PAGE, Told, all_my_posts, my_recent_posts
from posts.views.asking import Request
from posts.views.rows import row_of


@require_safe
def mine(request: Request) -> HttpResponse:
    """Show what is not over, and what ended in the last seven days."""
    told = my_recent_posts(request.user, timezone.now())
    return render(request, "posts/mine.html", {"groups": _groups(told), "empty": not told})


@require_safe
def all_of_mine(request: Request) -> HttpResponse:
    """List everything, newest first, page by page."""
    before = read_number(request.GET.get("before", ""))
    told = all_my_posts(request.user, before, timezone.now())
    page, older = told[:PAGE], len(told) > PAGE
    context = {
        "rows": [row_of(one) for one in page],
        "older_url": f"?before={page[-1].post.pk}" if older else "",
        "newest_url": "?" if before else "",
    }
    return render(request, "posts/all_mine.html", context)


def _groups(told: list[Told]) -> list[dict[str, Any]]:
    rest = [one for one in told if one.facts.standing not in NEEDS_ITS_AUTHOR | ON_ITS_WAY | WENT_OUT]
    found = [
        ("needs-you", "Needs you", "", [one for one in told if one.facts.standing in NEEDS_ITS_AUTHOR]),
        ("on-its-way", "On its way", "", [one for one in told if one.facts.standing in ON_ITS_WAY]),
        ("published", "Published", "last 7 days: ", [one for one in told if one.facts.standing in WENT_OUT]),
        ("not-out", "Did not go out", "last 7 days: ", rest),
    ]
    return [
        {"id": slug, "title": title, "count": f"{begin}{len(rows)}", "rows": [row_of(one) for one in rows]}
        for slug, title, begin, rows in found
        if rows
    ]
