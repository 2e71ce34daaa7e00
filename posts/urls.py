"""Addresses of the posts app."""

from django.urls import URLPattern, URLResolver, path

from posts.api.v1 import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
]
