"""What people call each channel an account can be registered on."""

CHANNEL_NAMES = {
    "noticeboard": "Noticeboard",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "x": "X",
    "facebook": "Facebook",
    "youtube": "YouTube",
    "flickr": "Flickr",
    "instagram": "Instagram",
}


def channel_name(slug: str) -> str:
    """The channel as people say it."""
    return CHANNEL_NAMES.get(slug, slug.capitalize())
