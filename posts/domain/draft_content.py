"""What is being written, as plain values: the shape of a draft, of a revision, and of what is judged."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from typing import Any

AUTHORITIES = {
    "own": "Our own picture, no member of the public in it",
    "consent": "Everybody in it agreed",
    "partner": "A partner's or photographer's, with their leave",
    "custody": "A custody image",
    "cctv": "A still from CCTV or body-worn video",
    "victim": "A picture of a victim or missing person",
    "unknown": "I am not sure",
}
NEED_A_NOTE = frozenset({"partner", "custody", "cctv", "victim"})


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture by the id of its stored master, with its words and whose leave it has."""

    media: int
    alt: str = ""
    authority: str = ""
    note: str = ""


@dataclass(frozen=True)
class DraftContent:
    """Everything an officer states about a post. `when` is "now" or "later"; `wall_clock` is London time as typed,
    "2026-11-21 08:00"."""

    parts: tuple[str, ...] = ("",)
    variants: Mapping[str, str] = field(default_factory=dict)
    accounts: tuple[int, ...] = ()
    pictures: tuple[Picture, ...] = ()
    content_warning: str = ""
    in_reply_to: str = ""
    quoted_handle: str = ""
    quoted_text: str = ""
    declared_topics: tuple[str, ...] = ()
    public_domain: bool | None = None
    evidence: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    sentenced_on: date | None = None
    when: str = "now"
    wall_clock: str = ""
    late_choice: str = "publish"
    threat_to_life: bool = False
    note: str = ""

    @property
    def text(self) -> str:
        """The words of the first part: the whole of a plain post."""
        return self.parts[0]

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been written or attached yet."""
        return not any(part.strip() for part in self.parts) and not self.pictures

    def texts(self) -> tuple[str, ...]:
        """Every text that is a post by itself: the parts, then the texts for one channel."""
        return (*self.parts, *(text for text in self.variants.values() if text.strip()))

    def texts_beside(self) -> tuple[str, ...]:
        """What people would read with them: the warning, the words for pictures."""
        said = (self.content_warning, *(picture.alt for picture in self.pictures))
        return tuple(text for text in said if text.strip())

    def text_for(self, channel: str) -> str:
        """The words as one channel carries them."""
        own = self.variants.get(channel, "")
        return own if own.strip() else self.text

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values, as the draft row keeps them."""
        data = asdict(self)
        data["sentenced_on"] = self.sentenced_on.isoformat() if self.sentenced_on else None
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "DraftContent":
        """Read what `to_json` wrote; keys that are missing keep their defaults, unknown ones are passed over."""
        known = {one.name: data[one.name] for one in fields(cls) if one.name in data}
        for name in ("parts", "accounts", "declared_topics"):
            if name in known:
                known[name] = tuple(known[name])
        known["pictures"] = tuple(Picture(**picture) for picture in known.get("pictures", ()))
        if known.get("sentenced_on"):
            known["sentenced_on"] = date.fromisoformat(known["sentenced_on"])
        return cls(**known)

    def changed(self, **values: Any) -> "DraftContent":
        """Return the same content with some values changed."""
        return replace(self, **values)
