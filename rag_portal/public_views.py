"""The few views that ask nobody to sign in. Everything not named here is closed, whatever its own decorators say."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase

PUBLIC_VIEWS = frozenset(
    {
        "health",
        "seals",
        "seals_file",
        "accessibility",
        "account_login",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "mfa_authenticate",
        "noticeboard",
        "noticeboard_feed",
        "noticeboard_feed_of",
        "noticeboard_notice",
        "noticeboard_of",
        "noticeboard_picture",
    }
)
PUBLIC_NAMESPACES = frozenset({"api-v1"})  # asks each request for its token


class ClosedUnlessListed(LoginRequiredMiddleware):
    """Send whoever has not signed in to the sign-in page, unless the address is on the list above."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if request.user.is_authenticated or is_public(request):
            return None
        return self.handle_no_permission(request, view_func)


def is_public(request: HttpRequest) -> bool:
    """Tell whether the address asked for is one that anybody may see."""
    match = request.resolver_match
    return match is not None and (match.view_name in PUBLIC_VIEWS or not PUBLIC_NAMESPACES.isdisjoint(match.namespaces))
