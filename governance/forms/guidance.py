"""A new notice of guidance."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils import timezone

from governance.forms.fields import LondonTime, few_lines, lines_of, missing
from governance.selectors.choices import units_to_choose
from governance.services.guidance import Advice

LIGHTS = [("amber", "Amber"), ("red", "Red")]
RELEASES = [
    ("tell", "Published at once, and the communicator is told"),
    ("ask", "Waits until somebody decides"),
]


class GuidanceForm(forms.Form):
    """What the notice says, which words it looks for, and how long it stands."""

    title = forms.CharField(label="Title", max_length=120, error_messages=missing("Give it a title."))
    advice = forms.CharField(
        label="What officers should do",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages=missing("Say what officers should do."),
    )
    words = forms.CharField(
        label="Words it looks for",
        required=False,
        widget=few_lines(),
        max_length=2000,
        help_text="One word or phrase a line. Without any, it touches every post in its scope.",
    )
    light = forms.ChoiceField(
        label="At least this light",
        choices=LIGHTS,
        widget=forms.RadioSelect,
        error_messages=missing("Choose a light."),
    )
    release = forms.ChoiceField(
        label="What happens to such a post",
        choices=RELEASES,
        widget=forms.RadioSelect,
        error_messages=missing("Choose what happens to such a post."),
    )
    starts_at = LondonTime(label="In force from", initial=timezone.now)
    ends_at = LondonTime(label="In force until")
    units: "forms.ModelMultipleChoiceField[Model]" = forms.ModelMultipleChoiceField(
        label="Only for these units",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="A borough covers its wards. Without any, it is for all of London.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = self.fields["units"]
        assert isinstance(units, forms.ModelMultipleChoiceField)
        units.queryset = units_to_choose()

    def clean_ends_at(self) -> Any:
        """It ends later than it starts, and not in the past."""
        ends, starts = self.cleaned_data["ends_at"], self.cleaned_data.get("starts_at")
        if ends <= timezone.now():
            raise forms.ValidationError("This time has passed. Give one that is still to come.")
        if starts and ends <= starts:
            raise forms.ValidationError("Guidance ends after it begins.")
        return ends

    def clean(self) -> None:
        """Red is never published before somebody decided."""
        if self.cleaned_data.get("light") == "red" and self.cleaned_data.get("release") == "tell":
            self.add_error("release", "A red post always waits for a decision.")

    def said(self) -> Advice:
        """The notice as the service takes it."""
        data = self.cleaned_data
        return Advice(
            title=data["title"],
            advice=data["advice"],
            light=data["light"],
            release=data["release"],
            starts_at=data["starts_at"],
            ends_at=data["ends_at"],
            words=lines_of(data["words"]),
            unit_ids=[unit.pk for unit in data["units"]],
        )
