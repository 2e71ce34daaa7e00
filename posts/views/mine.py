"""My posts."""
from django.http import HttpRequest, HttpResponse

def mine(request: HttpRequest) -> HttpResponse:
    return HttpResponse("x")
all_of_mine = mine
