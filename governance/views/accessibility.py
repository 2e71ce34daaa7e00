"""How the portal can be used, and what does not work yet; for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def statement(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "governance/accessibility.html")
