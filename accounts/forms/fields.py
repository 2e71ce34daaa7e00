"""Fields of our own: a colleague named by e-mail address, a day."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from accounts.models import User


class ColleagueField(forms.EmailField):
    """A person one may see, named by work e-mail address; None where the field stays empty."""

    def __init__(self, *, among: QuerySet[User] | None = None, **details: Any) -> None:
        super().__init__(**details)
        self.among = among if among is not None else User.objects.none()

    def clean(self, value: Any) -> Any:
        """Return the person."""
        address = super().clean(value)
        if not address:
            return None
        found = self.among.filter(email__iexact=address).first()
        if found is None:
            raise ValidationError("Nobody you can see has this address. Check it, or add the person first.")
        return found


def day_field(label: str, *, required: bool = False, help_text: str = "") -> forms.DateField:
    """A day, typed or picked."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the day as 2027-03-28."},
    )
