"""Addresses of the posts app, page by page."""

from django.urls import URLPattern, URLResolver, path

from posts.api.v1 import api
from posts.views import autosave, compose, media, mine, noticeboard, post, verdict

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    path("posts/new/", compose.new, name="compose"),
    path("posts/verdict/", verdict.verdict, name="verdict"),
    path("posts/autosave/", autosave.first, name="autosave"),
    path("posts/<int:pk>/autosave/", autosave.again, name="post_autosave"),
    path("posts/<int:pk>/edit/", compose.edit, name="post_edit"),
    path("posts/<int:pk>/reopen/", compose.reopen, name="post_reopen"),
    path("posts/<int:pk>/duplicate/", compose.duplicate, name="post_duplicate"),
    path("posts/", mine.mine, name="my_posts"),
    path("posts/all/", mine.all_of_mine, name="all_my_posts"),
    path("posts/<int:pk>/", post.page, name="post"),
    path("posts/<int:pk>/comments/", post.comment, name="post_comment"),
    path("posts/<int:pk>/withdraw/", post.withdraw, name="post_withdraw"),
    path("posts/<int:pk>/give-up/", post.give_up, name="post_give_up"),
    path("media/<int:pk>/", media.master, name="media"),
    path("noticeboard/", noticeboard.all_notices, name="noticeboard"),
    path("noticeboard/feed/", noticeboard.feed, name="noticeboard_feed"),
    path("noticeboard/<str:handle>/", noticeboard.all_notices, name="noticeboard_of"),
    path("noticeboard/<str:handle>/feed/", noticeboard.feed, name="noticeboard_feed_of"),
    path("noticeboard/<str:handle>/<int:number>/", noticeboard.one_notice, name="noticeboard_notice"),
    path("noticeboard/<str:handle>/<int:number>/<int:position>/", noticeboard.picture, name="noticeboard_picture"),
]
