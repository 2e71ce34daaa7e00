"""What every page knows of the portal itself: where one may go, who one is, and what is in force.

Everything is looked up when a page asks for it: a fragment without a frame costs nothing.
"""

from collections.abc import Callable
from typing import Any

import rules
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from accounts import selectors as people
from accounts.permissions import AccountPermission
from governance import selectors as policy
from governance.domain.incident import IncidentLevel
from governance.permissions import GovernancePermission
from posts.permissions import PostPermission

PLACES: tuple[tuple[str, str, str], ...] = (
    ("New post", "compose", PostPermission.DRAFT),
    ("My posts", "my_posts", PostPermission.DRAFT),
    ("Desk", "desk", PostPermission.SEE_DESK),
    ("Accounts", "account_list", AccountPermission.SEE_REGISTER),
    ("People", "people_list", AccountPermission.ADMINISTER_PEOPLE),
    ("Guidance", "guidance", GovernancePermission.SEE_POLICY),
    ("Incidents", "incidents", GovernancePermission.DECLARE_INCIDENT),
    ("Policy", "policy", GovernancePermission.DRAFT_POLICY),
    ("Record", "record", GovernancePermission.SEE_RECORD),
)


def portal(request: HttpRequest) -> dict[str, object]:
    """Give templates the portal's name and, to people who signed in, the frame of their pages."""
    known: dict[str, object] = {"portal_name": "RAG Portal", "embedded": not settings.SERVICE}
    person = getattr(request, "user", None)
    if person is None or isinstance(person, AnonymousUser):
        return known
    return known | {
        "navigation": _lazily(lambda: navigation(request)),
        "notice_count": _lazily(lambda: people.unread_notice_count(person)),
        "notices_url": _address("notice_list"),
        "person_line": _lazily(lambda: people.person_line(person)),
        "policy_in_force": _lazily(policy.policy_line),
        "banners": _lazily(banners),
        "keys_off": not person.keys_enabled,
    }


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The places this person may go to, with the one they are at."""
    open_to_them = [
        (label, _address(name)) for label, name, may in PLACES if _address(name) and rules.has_perm(may, request.user)
    ]
    here = max((url for _, url in open_to_them if request.path.startswith(url)), key=len, default="")
    return [{"label": label, "url": url, "current": url == here} for label, url in open_to_them]


def banners() -> list[dict[str, str]]:
    """The incidents in force, in ink, above every page."""
    return [
        {
            "kind": "incident",
            "title": f"{one.level.capitalize()} incident in force: {one.title}.",
            "text": "Posts it covers are held; corporate accounts go on."
            if one.level is IncidentLevel.MAJOR
            else "The Press Bureau answers the public meanwhile. Posts go as usual.",
            "url": _address("incidents"),
        }
        for one in policy.incidents_in_force()
    ]


def _address(name: str) -> str:
    """Where a page is; nothing while it is not built."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _lazily(find: Callable[[], Any]) -> Any:
    return SimpleLazyObject(find)
