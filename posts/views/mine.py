"""My posts: what needs me, what is on its way, what went out and what did not."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from posts.domain.standing import NEEDS_ITS_AUTHOR, ON_ITS_WAY, WENT_OUT, Standing
from posts.forms.fields import read_number
from posts.selectors.mine import PAGE, Told, all_my_posts, my_recent_posts
from posts.views.asking import Request
from posts.views.rows import row_of

GROUPS = {
    "needs-you": ("Needs you", ""),
    "drafts": ("Drafts", ""),
    "on-its-way": ("On its way", ""),
    "published": ("Published", "last 7 days: "),
    "not-out": ("Did not go out", "last 7 days: "),
}


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
    found = {slug: [one for one in told if _group(one.facts.standing) == slug] for slug in GROUPS}
    return [
        {
            "id": slug,
            "title": title,
            "count": f"{begin}{len(found[slug])}",
            "rows": [row_of(one) for one in found[slug]],
        }
        for slug, (title, begin) in GROUPS.items()
        if found[slug]
    ]


def _group(standing: Standing) -> str:
    if standing is Standing.DRAFT:
        return "drafts"
    named = {"needs-you": NEEDS_ITS_AUTHOR, "on-its-way": ON_ITS_WAY, "published": WENT_OUT}
    return next((slug for slug, standings in named.items() if standing in standings), "not-out")
