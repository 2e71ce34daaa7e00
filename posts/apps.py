"""The posts' room: drafts, the workflow, the desk, publishing."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    name = "posts"
    verbose_name = "Posts"
