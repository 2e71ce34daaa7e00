"""The noticeboard as an Atom feed."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from posts.selectors.noticeboard import PublicNotice
from posts.views.sharing import absolute, first_words


def write_feed(notices: Sequence[PublicNotice], name: str, feed_url: str, page_url: str) -> HttpResponse:
    """Return the feed of these notices, newest first."""
    title = f"{name} – noticeboard" if name else "Noticeboard"
    feed = Atom1Feed(
        title=title, link=page_url, description="", feed_url=feed_url, feed_guid=feed_url, language="en-GB"
    )
    for notice in notices:
        permalink = absolute(reverse("noticeboard_notice", args=[notice.handle, notice.number]))
        feed.add_item(
            title=first_words(notice),
            link=permalink,
            description=notice.text,
            pubdate=notice.published_at,
            updateddate=notice.published_at,
            unique_id=permalink,
            author_name=notice.account,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response
