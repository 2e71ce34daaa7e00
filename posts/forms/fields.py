"""Kinds of field the composer needs."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from posts.domain.submission_rules import LONGEST

TOO_LONG = f"Shorten the text: {LONGEST:,} characters is the longest the portal reads."


class PlainText(forms.CharField):
    """Text kept exactly as typed, with line ends as one character, so that positions in it stay true."""

    def __init__(self, *, longest: int = LONGEST, too_long: str = TOO_LONG, **kwargs: Any) -> None:
        super().__init__(required=False, strip=False, **kwargs)
        self.validators.append(MaxLengthValidator(longest, too_long))

    def to_python(self, value: Any) -> str:
        """Return the text with one kind of line end."""
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


def short_text(label: str, longest: int = 2_000, **kwargs: Any) -> PlainText:
    """Return a field for a sentence or two."""
    too_long = f"{label}: shorten this to {longest:,} characters."
    return PlainText(label=label, longest=longest, too_long=too_long, **kwargs)


def small_area(rows: int = 2) -> forms.Textarea:
    """Return a text box of few rows that grows as it is filled."""
    return forms.Textarea(attrs={"rows": rows})


def read_number(text: str) -> int | None:
    """Return the whole number a page sent along, or None where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


def offer(form: forms.Form, name: str, choices: Sequence[Any]) -> None:
    """Give a field of choices the choices of this one form."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
