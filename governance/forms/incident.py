"""Declaring an incident and standing it down. Both ask for the password again."""

from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model

from governance.forms.fields import few_lines, lines_of, missing
from governance.selectors.choices import channels_in_use, people_by_email, topics_to_choose, units_to_choose
from governance.services.incidents import Scope

LEVELS = [("silver", "Silver"), ("gold", "Gold"), ("major", "Major incident")]


class PasswordForm(forms.Form):
    """The person's own password, asked again before something that stops posts."""

    password = forms.CharField(
        label="Your password",
        strip=False,
        error_messages=missing("Type your password."),
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text="Asked again, because this stops or frees posts all over its scope.",
    )

    def __init__(self, person: AbstractBaseUser, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        """It is theirs."""
        password: str = self.cleaned_data["password"]
        if not self.person.check_password(password):
            raise forms.ValidationError("This is not your password. Type it again.")
        return password


class IncidentForm(PasswordForm):
    """How grave it is, what it is called, and what it covers."""

    level = forms.ChoiceField(
        label="Level", choices=LEVELS, widget=forms.RadioSelect, error_messages=missing("Choose a level.")
    )
    title = forms.CharField(
        label="Title",
        max_length=160,
        help_text="Shown above every page while it is in force.",
        error_messages=missing("Give it a title that people recognise."),
    )
    units: "forms.ModelMultipleChoiceField[Model]" = forms.ModelMultipleChoiceField(
        label="Only these units", queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    channels = forms.MultipleChoiceField(
        label="Only these channels", required=False, widget=forms.CheckboxSelectMultiple, choices=channels_in_use
    )
    topics = forms.MultipleChoiceField(
        label="Only these topics", required=False, widget=forms.CheckboxSelectMultiple, choices=topics_to_choose
    )
    speakers = forms.CharField(
        label="People who may post all the same",
        required=False,
        widget=few_lines(),
        max_length=2000,
        help_text="E-mail addresses, one a line. Corporate accounts always may.",
    )
    field_order = ["level", "title", "units", "channels", "topics", "speakers", "password"]

    def __init__(self, person: AbstractBaseUser, *args: Any, **kwargs: Any) -> None:
        super().__init__(person, *args, **kwargs)
        units = self.fields["units"]
        assert isinstance(units, forms.ModelMultipleChoiceField)
        units.queryset = units_to_choose()

    def clean_speakers(self) -> list[AbstractBaseUser]:
        """Each is somebody who can sign in."""
        addresses = lines_of(self.cleaned_data["speakers"].lower())
        found = people_by_email(addresses)
        if unknown := [address for address in addresses if address not in found]:
            raise forms.ValidationError(f"Nobody here has the address {unknown[0]}.")
        return list(found.values())

    def scope(self) -> Scope:
        """The incident as the service takes it."""
        data = self.cleaned_data
        return Scope(
            level=data["level"],
            title=data["title"],
            unit_ids=[unit.pk for unit in data["units"]],
            channels=data["channels"],
            topics=data["topics"],
            speaker_ids=[person.pk for person in data["speakers"]],
        )
