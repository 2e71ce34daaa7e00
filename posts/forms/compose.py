"""The composer's form: what an officer says of a post, read into plain values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict

from governance.domain.edition import Edition
from posts.domain.channel_names import channel_name
from posts.domain.draft_content import AUTHORITIES, DraftContent, Picture
from posts.forms.fields import TOO_LONG, PlainText, read_number, short_text, small_area

if TYPE_CHECKING:
    from accounts.models import SocialAccount

WHEN = [("now", "As soon as it may go"), ("later", "At a date and time"), ("draft", "Keep as a draft for later")]
LATE = [
    ("publish", "Publish it all the same"),
    ("reschedule", "Ask me to set a new time"),
    ("expire", "Let it expire"),
]
PUBLIC = {"yes": True, "no": False}
SAID = {True: "yes", False: "no", None: ""}
NOT_YOURS = "You cannot post from one of the accounts chosen. Choose again."
NO_DAY = "Enter the date of sentence, such as 21/11/2026."
DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y"]


@dataclass(frozen=True)
class Options:
    """What there is to choose from: the accounts the author may post from, and the topics and checks of the edition.

    `unconnected` are accounts of theirs on channels the portal cannot publish to yet: shown, never chosen.
    """

    accounts: "Sequence[SocialAccount]"
    edition: Edition
    unconnected: "Sequence[SocialAccount]" = ()

    def chosen(self, content: DraftContent) -> "list[SocialAccount]":
        """The accounts chosen, in the order of the page."""
        return [one for one in self.accounts if one.pk in content.accounts]


class ComposeForm(forms.Form):
    """One post. Says nothing about whether it may be sent: that is asked when it is sent."""

    accounts = forms.TypedMultipleChoiceField(
        label="Post to", coerce=int, required=False, error_messages={"invalid_choice": NOT_YOURS}
    )
    text = PlainText(label="What do you want to say?", widget=small_area(6))
    declared_topics = forms.MultipleChoiceField(
        label="Topics you add", required=False, widget=forms.CheckboxSelectMultiple
    )
    public_domain = forms.ChoiceField(label="Already public?", choices=[("", ""), *PUBLIC.items()], required=False)
    evidence = short_text("Where it was made public")
    sentenced_on = forms.DateField(
        label="When was the sentence passed?",
        help_text="Court results may go out up to 7 days after sentence.",
        required=False,
        input_formats=DAYS,
        error_messages={"invalid": NO_DAY},
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "govuk-input--width-10"}),
    )
    content_warning = short_text(
        "Content warning", 200, help_text="Shown before the post where a channel can. Leave empty for none."
    )
    when = forms.ChoiceField(label="When", choices=WHEN, required=False)
    day = forms.CharField(label="Date", required=False, max_length=20)
    time = forms.CharField(label="Time", required=False, max_length=20)
    late_choice = forms.ChoiceField(
        label="If it is decided too late", choices=LATE, required=False, widget=forms.RadioSelect
    )
    threat_to_life = forms.BooleanField(
        label="There is a threat to life: it goes to the top of the desk, and people are told three times as fast",
        required=False,
    )
    note = short_text("Note to the person who decides", widget=small_area())

    data: QueryDict

    def __init__(self, data: QueryDict | None = None, *, content: DraftContent, options: Options) -> None:
        super().__init__(data, initial=initial_of(content), auto_id="%s")
        self.base = content
        self.names = {slug: check.name for slug, check in options.edition.checks.items()}
        self._offer("accounts", [(one.pk, str(one)) for one in options.accounts])
        self._offer("declared_topics", [(one.slug, one.name) for one in options.edition.topics.values()])
        self.media_ids = media_ids(data) if data is not None else [one.media for one in content.pictures]
        self.channels = list(dict.fromkeys(one.channel for one in options.accounts))
        self.there = {one.pk for one in options.accounts}
        answered = {name.removeprefix("answer-") for name in data or () if name.startswith("answer-")}
        self.checks = [slug for slug in self.names if slug in content.answers or slug in answered]
        self._add_fields()

    def content(self) -> DraftContent:
        """Everything that was typed and could be read; call after `is_valid`."""
        said = self.cleaned_data
        return self.base.changed(
            parts=(said.get("text", ""), *self.base.parts[1:]),
            variants=self._those_that_say_something("variant", self.channels),
            accounts=tuple(said.get("accounts", self._accounts_that_are_there())),
            pictures=tuple(self._picture(media) for media in self.media_ids),
            content_warning=said.get("content_warning", ""),
            declared_topics=tuple(said.get("declared_topics", ())),
            public_domain=PUBLIC.get(said.get("public_domain", "")),
            evidence=said.get("evidence", "").strip(),
            answers=self._those_that_say_something("answer", self.checks),
            sentenced_on=said.get("sentenced_on"),
            when=said.get("when") or "now",
            wall_clock=f"{said.get('day', '')} {said.get('time', '')}".strip(),
            late_choice=said.get("late_choice") or "publish",
            threat_to_life=said.get("threat_to_life", False),
            note=said.get("note", ""),
        )

    def refuse(self, errors: Mapping[str, Sequence[str]]) -> None:
        """Put what a use case said at the fields it concerns; what was typed stays readable."""
        said = dict(self.cleaned_data)
        for name, texts in errors.items():
            field = {"wall_clock": "time", "pictures": "file"}.get(name, name)
            for text in texts:
                self.add_error(field if field in self.fields else None, text)
        self.cleaned_data = said

    def attach(self, media: int) -> None:
        """Add a picture that was uploaded with this very form."""
        if media not in self.media_ids:
            self.media_ids.append(media)
            self.fields |= picture_fields(media)

    def ask(self, checks: Iterable[str]) -> None:
        """Add a place to answer each of these checks, where there is none yet."""
        for slug in checks:
            if slug not in self.checks:
                self.checks.append(slug)
                self.fields[f"answer-{slug}"] = answer_field(self.names[slug])

    @property
    def is_too_long(self) -> bool:
        """Whether the text is beyond what the portal reads."""
        return TOO_LONG in self.errors.get("text", ())

    def _picture(self, media: int) -> Picture:
        said = (self.cleaned_data.get(f"picture-{media}-{name}", "") for name in ("alt", "authority", "note"))
        return Picture(media, *said)

    def _accounts_that_are_there(self) -> list[int]:
        ticked = map(read_number, self.data.getlist("accounts"))
        return [pk for pk in ticked if pk in self.there and pk is not None]

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def _those_that_say_something(self, kind: str, names: Iterable[str]) -> dict[str, str]:
        said = ((name, self.cleaned_data.get(f"{kind}-{name}", "")) for name in names)
        return {name: text for name, text in said if text.strip()}

    def _add_fields(self) -> None:
        self.fields["file"] = forms.FileField(label="Add a picture", required=False)
        for media in self.media_ids:
            self.fields |= picture_fields(media)
        for channel in self.channels:
            label = f"Text for {channel_name(channel)} only"
            self.fields[f"variant-{channel}"] = PlainText(label=label, widget=small_area(4))
        for slug in self.checks:
            self.fields[f"answer-{slug}"] = answer_field(self.names[slug])


def answer_field(check: str) -> forms.Field:
    """The place to answer a failed check."""
    return short_text(f"{check}: answer this, for the person who decides", widget=small_area())


def picture_fields(media: int) -> dict[str, forms.Field]:
    """The three things asked about one picture."""
    choices = [("", "Choose one"), *AUTHORITIES.items()]
    return {
        f"picture-{media}-alt": short_text("Describe the picture", 1_500, help_text="For people who cannot see it."),
        f"picture-{media}-authority": forms.ChoiceField(
            label="Who agreed to its use?", choices=choices, required=False
        ),
        f"picture-{media}-note": short_text("Who, and when?", 500, help_text="A name or a reference."),
    }


def media_ids(data: QueryDict) -> list[int]:
    """The pictures as the page lists them, each once; what is no number is passed over."""
    return list(dict.fromkeys(filter(None, map(read_number, data.getlist("pictures")[:20]))))


def initial_of(content: DraftContent) -> dict[str, Any]:
    """What the fields show for a draft that was kept."""
    day, _, time = content.wall_clock.partition(" ")
    shown: dict[str, Any] = {
        "accounts": list(content.accounts),
        "text": content.text,
        "declared_topics": list(content.declared_topics),
        "public_domain": SAID[content.public_domain],
        "day": day,
        "time": time,
    }
    plain = ("evidence", "sentenced_on", "content_warning", "when", "late_choice", "threat_to_life", "note")
    shown |= {name: getattr(content, name) for name in plain}
    shown |= {f"variant-{channel}": text for channel, text in content.variants.items()}
    shown |= {f"answer-{slug}": text for slug, text in content.answers.items()}
    for one in content.pictures:
        shown |= {
            f"picture-{one.media}-alt": one.alt,
            f"picture-{one.media}-authority": one.authority,
            f"picture-{one.media}-note": one.note,
        }
    return shown
