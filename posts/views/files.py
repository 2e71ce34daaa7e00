"""Handing a stored picture to a browser, so that it can only ever be a picture."""

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404

if TYPE_CHECKING:
    from posts.models import Media


def picture_response(media: "Media") -> FileResponse:
    """Return the master with its own type and no way to run it. 404 where the file is gone."""
    try:
        opened = media.file.open("rb")
    except FileNotFoundError:
        raise Http404("This picture is not there any more.") from None
    response = FileResponse(opened, content_type=media.content_type, filename=f"picture-{media.pk}")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
