"""What narrows a list: views, words, unit, channel. Nonsense narrows nothing."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from accounts.domain.channels import LABELS
from accounts.models import Unit
from accounts.selectors.register import VIEWS


class RegisterFilter(forms.Form):
    """The filters above the register."""

    view = forms.ChoiceField(choices=list(VIEWS.items()), required=False, widget=forms.HiddenInput)
    q = forms.CharField(label="Find", required=False, max_length=80, widget=forms.TextInput(attrs={"type": "search"}))
    unit = forms.ChoiceField(label="Unit", required=False)
    channel = forms.ChoiceField(label="Channel", required=False, choices=[("", "Any channel"), *LABELS.items()])

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Any borough or unit"), *units.values_list("slug", "name")]

    def chosen(self) -> dict[str, str]:
        """The filters that make sense, as the selector names them."""
        self.is_valid()
        kept = {"view": "view", "q": "words", "unit": "unit", "channel": "channel"}
        return {ours: self.cleaned_data[name] for name, ours in kept.items() if self.cleaned_data.get(name)}


class PeopleFilter(forms.Form):
    """The filter above the list of people."""

    q = forms.CharField(label="Find", required=False, max_length=80, widget=forms.TextInput(attrs={"type": "search"}))

    def words(self) -> str:
        """What is looked for, or nothing."""
        return self.cleaned_data["q"] if self.is_valid() else ""


class NoticesForm(forms.Form):
    """Which notice was read; none named means all."""

    notice = forms.IntegerField(required=False, min_value=1)

    def chosen(self) -> list[int] | None:
        """The notice's number in a list, None for all; nonsense chooses none."""
        if not self.is_valid():
            return []
        number = self.cleaned_data["notice"]
        return None if number is None else [number]
