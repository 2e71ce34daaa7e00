"""Addresses of the posts app, page by page."""

from django.urls import URLPattern, URLResolver, path

from posts.api.v1 import api
from posts.views import autosave, claiming, compose, deciding, decision, desk, media, mine, noticeboard, post, verdict

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
    path("desk/", desk.desk, name="desk"),
    path("desk/list/", desk.listing, name="desk-list"),
    path("desk/acknowledge/", claiming.acknowledge_several, name="desk-acknowledge-several"),
    path("desk/<int:pk>/", decision.item, name="desk-item"),
    path("desk/<int:pk>/claim/", claiming.claim, name="desk-claim"),
    path("desk/<int:pk>/take-over/", claiming.take_over, name="desk-take-over"),
    path("desk/<int:pk>/release/", claiming.release, name="desk-release"),
    path("desk/<int:pk>/acknowledge/", claiming.acknowledge, name="desk-acknowledge"),
    path("desk/<int:pk>/approve/", deciding.approve, name="desk-approve"),
    path("desk/<int:pk>/return/", deciding.send_back, name="desk-return"),
    path("desk/<int:pk>/reject/", deciding.reject, name="desk-reject"),
    path("desk/<int:pk>/ask/", deciding.ask, name="desk-ask"),
    path("desk/<int:pk>/withdraw/", deciding.withdraw, name="desk-withdraw"),
    path("desk/<int:pk>/comment/", deciding.comment, name="desk-comment"),
    path("desk/<int:pk>/undo/", deciding.undo, name="desk-undo"),
    path("media/<int:pk>/", media.master, name="media"),
    path("noticeboard/", noticeboard.all_notices, name="noticeboard"),
    path("noticeboard/feed/", noticeboard.feed, name="noticeboard_feed"),
    path("noticeboard/<str:handle>/", noticeboard.all_notices, name="noticeboard_of"),
    path("noticeboard/<str:handle>/feed/", noticeboard.feed, name="noticeboard_feed_of"),
    path("noticeboard/<str:handle>/<int:number>/", noticeboard.one_notice, name="noticeboard_notice"),
    path("noticeboard/<str:handle>/<int:number>/<int:position>/", noticeboard.picture, name="noticeboard_picture"),
]
