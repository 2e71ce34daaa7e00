"""Who asks: the bearer token of the API."""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from ninja.security import HttpBearer

from accounts.services.tokens import recognise

if TYPE_CHECKING:
    from accounts.models import User


class PersonalToken(HttpBearer):
    """`Authorization: Bearer rag_…`, as `manage.py issue_api_token` printed it."""

    openapi_description = "A person's own token, from `manage.py issue_api_token EMAIL`."

    def authenticate(self, request: HttpRequest, token: str) -> "User | None":
        """Return whose token it is, or None, which is answered with 401."""
        return recognise(token)


def person(request: HttpRequest) -> "User":
    """Return the person whose token came with this request."""
    who: User = request.auth
    return who
