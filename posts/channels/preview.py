"""Previews for channels that show a text as it was written."""

from posts.channels.base import Limits, Preview
from posts.domain.content_limits import length


class PlainPreview:
    """Gives a channel its `preview`."""

    slug: str
    label: str
    limits: Limits

    def preview(self, text: str, content_warning: str = "") -> Preview:
        """Show the text as the channel would, with its length as the channel counts."""
        counted = length(self.slug, text, content_warning)
        return Preview(self.slug, self.label, text, counted, self.limits.length)
