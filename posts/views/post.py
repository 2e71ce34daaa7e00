"""Post."""
from django.http import HttpRequest, HttpResponse

def page(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse("post")
comment = withdraw = give_up = page
