"""The channels an account can be on, as the register knows them."""

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
CHANNELS = tuple(LABELS)
