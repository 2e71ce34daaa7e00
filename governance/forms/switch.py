"""Proposing that another edition be put in force."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils import timezone

from governance.forms.fields import LondonTime, missing
from governance.selectors.editions import editions


class SwitchForm(forms.Form):
    """Which edition, and from when."""

    edition: "forms.ModelChoiceField[Model]" = forms.ModelChoiceField(
        label="Edition",
        queryset=None,
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages=missing("Choose an edition."),
    )
    applies_from = LondonTime(label="Applies from", initial=timezone.now)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        edition = self.fields["edition"]
        assert isinstance(edition, forms.ModelChoiceField)
        edition.queryset = editions()
