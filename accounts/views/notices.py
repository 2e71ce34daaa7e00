"""What one has been told."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts import selectors
from accounts.forms.finding import NoticesForm
from accounts.services import notices
from accounts.views.asking import Request

EACH = 30


@require_safe
def notice_list(request: Request) -> HttpResponse:
    """One's own notices, newest first."""
    page = Paginator(selectors.notices_of(request.user), EACH).get_page(request.GET.get("page"))
    words = {"page": page, "unread": selectors.unread_notice_count(request.user)}
    return render(request, "accounts/notice_list.html", words)


@require_POST
def notices_read(request: Request) -> HttpResponse:
    """Mark one notice read, or all of them where none is named."""
    notices.mark_read(request.user, NoticesForm(request.POST).chosen())
    return redirect("notice_list")
