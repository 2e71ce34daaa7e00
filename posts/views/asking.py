"""A request by somebody who signed in: the pages of this room are open to nobody else."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from accounts.models import User


class Request(HttpRequest):
    """A request whose person is known (`rag_portal.public_views` turns everybody else away)."""

    user: "User"
