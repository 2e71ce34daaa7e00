"""The seals, for everybody: a page and a file of JSON lines."""

import json

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.selectors.record import PAGE, seals
from governance.services.sealing import keys, outside
from governance.views.paging import Page, whole_number


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The seals, the newest first."""
    page = Page(seals(), "number", whole_number(request.GET.get("before", "")), PAGE)
    context = {"page": page, "older_url": page.older_url(), "public_key": keys.public_key(), "key_id": keys.key_id()}
    return render(request, "governance/seals.html", context)


@require_safe
def download(request: HttpRequest) -> StreamingHttpResponse:
    """Every seal, the oldest first, one a line."""
    rows = seals().order_by("number").iterator(chunk_size=500)
    lines = (json.dumps(outside.line(seal)) + "\n" for seal in rows)
    headers = {"Content-Disposition": 'attachment; filename="seals.jsonl"'}
    return StreamingHttpResponse(lines, content_type="application/x-ndjson", headers=headers)
