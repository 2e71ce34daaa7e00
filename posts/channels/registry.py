"""Which room serves which channel. Accounts may be registered on channels that no room serves yet."""

from posts.channels.base import Channel, ChannelError, ErrorKind
from posts.channels.mastodon import MastodonChannel
from posts.channels.noticeboard import Noticeboard

CHANNELS: dict[str, Channel] = {one.slug: one for one in (Noticeboard(), MastodonChannel())}
LABELS = {
    "noticeboard": "Noticeboard",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "x": "X",
    "facebook": "Facebook",
    "youtube": "YouTube",
    "flickr": "Flickr",
    "instagram": "Instagram",
}


def find_channel(slug: str) -> Channel:
    """Return the channel, or refuse plainly: nothing can be sent to what is not connected."""
    try:
        return CHANNELS[slug]
    except KeyError:
        raise ChannelError(ErrorKind.PERMANENT, f"{LABELS.get(slug, slug)} is not connected yet.") from None


def is_connected(slug: str) -> bool:
    """Tell whether the portal can publish there."""
    return slug in CHANNELS
