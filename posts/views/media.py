"""Stored pictures, for people who may see a post that carries them."""

from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from posts.selectors.seen import media_seen_by
from posts.views.asking import Request
from posts.views.files import picture_response


@require_safe
@cache_control(private=True, max_age=3600)
def master(request: Request, pk: int) -> FileResponse:
    """Give the master of a picture."""
    media = get_object_or_404(media_seen_by(request.user).distinct(), pk=min(pk, 2**63 - 1))
    return picture_response(media)
