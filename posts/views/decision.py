"""Opening a post to decide on it. Opening claims nothing."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from posts.views.asking import Request
from posts.views.decision_page import show
from posts.views.desk import require_desk


@require_safe
def item(request: Request, pk: int) -> HttpResponse:
    """Show one post with everything its decision needs."""
    require_desk(request)
    return show(request, pk)
