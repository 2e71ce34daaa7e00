"""Whether a status that the server shows as HTML is the text that we sent."""

import re
from html.parser import HTMLParser

SERVER_OF_A_MENTION = re.compile(r"(?<![\w/])(@\w+(?:[\w.-]*\w)?)@[\w.-]*\w")


def same_text(html: str, text: str) -> bool:
    """Compare letter by letter, leaving out spaces and the servers of mentions, which Mastodon does not show."""
    return _letters(_plain(html)) == _letters(text)


def _letters(text: str) -> str:
    return "".join(SERVER_OF_A_MENTION.sub(r"\1", text).split())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("p", "br"):
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _plain(html: str) -> str:
    reader = _Text()
    reader.feed(html)
    reader.close()
    return "".join(reader.words)
