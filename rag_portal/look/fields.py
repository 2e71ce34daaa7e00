"""Django's form fields in GOV.UK Frontend's clothes."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.widgets import Input

EMPTY = "This field is required."
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")

CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "govuk-textarea"),
    (forms.SelectMultiple, "govuk-select"),
    (forms.Select, "govuk-select"),
    (forms.ClearableFileInput, "govuk-file-upload"),
    (forms.FileInput, "govuk-file-upload"),
    (Input, "govuk-input"),
)


def field_context(field: BoundField, hint: str = "", size: str = "s", inline: bool = False) -> dict[str, Any]:
    """What components/_field.html needs: the kind of control and the ids that describe it."""
    hint = hint or str(field.help_text or "")
    widget = field.field.widget
    return {
        "field": field,
        "hint": hint,
        "size": size,
        "inline": inline,
        "kind": _kind(widget),
        "several": isinstance(widget, forms.CheckboxSelectMultiple),
        "described_by": _described_by(field, hint),
        "problem": " ".join("Fill this in" if text == EMPTY else str(text) for text in field.errors),
    }


def control(field: BoundField, described_by: str = "") -> str:
    """The control itself with its class, its description and, in error, aria-invalid."""
    field.field.widget.attrs.pop("placeholder", None)  # the label says it, and it stays
    attrs = {"class": _classes(field), "aria-describedby": described_by or None}
    if field.errors:
        attrs["aria-invalid"] = "true"
    return field.as_widget(attrs={name: value for name, value in attrs.items() if value})


def _kind(widget: forms.Widget) -> str:
    if isinstance(widget, forms.HiddenInput):
        return "hidden"
    if isinstance(widget, forms.RadioSelect):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    return "single"


def _classes(field: BoundField) -> str:
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        base = "govuk-checkboxes__input"
    else:
        base = next((name for kind, name in CLASSES if isinstance(widget, kind)), "")
    return " ".join(filter(None, [base, widget.attrs.get("class", "")]))


def _described_by(field: BoundField, hint: str) -> str:
    names = [f"{field.auto_id}-hint" if hint else "", f"{field.auto_id}-error" if field.errors else ""]
    return " ".join(filter(None, names))


def first_id(field: BoundField) -> str:
    """The id a link must name to reach the field: of a group of choices, the first."""
    several = isinstance(field.field.widget, forms.RadioSelect)
    return f"{field.auto_id}_0" if several else str(field.auto_id)


def plain_error(field: BoundField, text: object) -> str:
    """The error as we say it; Django's own words for an empty field name the field instead."""
    return f"{field.label}: fill this in" if text == EMPTY else str(text)


def error_title(count: int) -> str:
    """Three things to put right."""
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} thing{'' if count == 1 else 's'} to put right"


def error_lines(form: forms.BaseForm) -> list[dict[str, str]]:
    """Each error of the form and where its field is; errors of the whole form lead to main."""
    whole = [{"href": "#main", "text": str(text)} for text in form.non_field_errors()]
    fields = [(form[name], texts) for name, texts in form.errors.items() if name in form.fields]
    return whole + [
        {"href": f"#{first_id(field)}", "text": plain_error(field, text)} for field, texts in fields for text in texts
    ]
