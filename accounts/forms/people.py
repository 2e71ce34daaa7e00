"""What is said of a person and their appointments."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from accounts.domain.roles import Role
from accounts.forms.fields import ColleagueField, day_field
from accounts.models import Unit, User
from accounts.models.user import LEVELS

ROLES = [("", "Choose a role"), *((role.value, role.label) for role in Role)]
LEVEL_CHOICES = list(LEVELS.items())


class PersonForm(forms.Form):
    """Somebody new."""

    display_name = forms.CharField(label="Name", max_length=120, help_text="With the rank, for example PC Imran Sadler")
    email = forms.EmailField(label="Work e-mail address", max_length=254)
    level = forms.ChoiceField(
        label="Level", choices=LEVEL_CHOICES, help_text="On probation, a person reads each post first"
    )


class LevelForm(forms.Form):
    """Another level for somebody."""

    level = forms.ChoiceField(label="Level", choices=LEVEL_CHOICES)
    reason = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)


class AppointmentForm(forms.Form):
    """A role in a unit, from a day on."""

    role = forms.ChoiceField(label="Role", choices=ROLES)
    unit: Any = forms.ModelChoiceField(
        label="Unit",
        queryset=Unit.objects.none(),
        to_field_name="slug",
        empty_label="Choose a unit",
        help_text="It covers the units below, too",
    )
    starts_on = day_field("First day", help_text="Today, if you leave it empty")
    ends_on = day_field("Last day", help_text="Leave it empty if none is known")
    head_on_call = forms.BooleanField(label="Head of DMC on call", required=False)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["unit"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = units.filter(is_active=True)


class LastDayForm(forms.Form):
    """When an appointment ends."""

    last_day = day_field("Last day", required=True)


class ColleagueForm(forms.Form):
    """One colleague, by address."""

    person = ColleagueField(label="Their work e-mail address")

    def __init__(self, *args: Any, among: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, ColleagueField)
        field.among = among


class ReasonForm(forms.Form):
    """Why something is done; whether it must be said depends on what it is."""

    reason = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}), max_length=1000, required=False)

    def __init__(self, *args: Any, needed: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needed = needed

    def clean_reason(self) -> str:
        """Return the reason; where one is needed it has words in it."""
        reason = self.cleaned_data["reason"].strip()
        if self.needed and not reason:
            raise ValidationError("Say why.")
        return reason


class SureForm(forms.Form):
    """Nothing to type: the button says it."""
