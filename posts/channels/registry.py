"""Which room serves which channel. Accounts may be registered on channels that no room serves yet."""

from posts.channels.base import Channel, ChannelError, ErrorKind
from posts.channels.mastodon import MastodonChannel
from posts.channels.noticeboard import Noticeboard
from posts.domain.channel_names import CHANNEL_NAMES

CHANNELS: dict[str, Channel] = {one.slug: one for one in (Noticeboard(), MastodonChannel())}
LABELS = CHANNEL_NAMES


def find_channel(slug: str) -> Channel:
    """Return the channel, or refuse plainly: nothing can be sent to what is not connected."""
    try:
        return CHANNELS[slug]
    except KeyError:
        raise ChannelError(ErrorKind.PERMANENT, f"{LABELS.get(slug, slug)} is not connected yet.") from None


def is_connected(slug: str) -> bool:
    """Tell whether the portal can publish there."""
    return slug in CHANNELS
