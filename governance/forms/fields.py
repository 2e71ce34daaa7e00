"""Fields the forms of this app share: a wall-clock time of London, and text read as lines."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class LondonTime(forms.DateTimeField):
    """A day and a time as the clocks of London show it; hours the clock change leaves out or repeats are refused."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    default_error_messages = {
        "required": "Give a day and a time.",
        "invalid": "Give a day and a time, such as 20 November 2026, 14:00.",
    }

    def to_python(self, value: Any) -> datetime | None:
        """Return an aware datetime."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code == "ambiguous_timezone":
                raise ValidationError("The clocks change then, so this time is missing or occurs twice.") from error
            raise


def missing(words: str) -> dict[str, str]:
    """What is said beside a field left empty."""
    return {"required": words}


def lines_of(text: str) -> list[str]:
    """The lines of a text; blank ones do not count."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def few_lines() -> forms.Textarea:
    """A small box for one thing a line."""
    return forms.Textarea(attrs={"rows": 3})
