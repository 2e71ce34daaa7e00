"""A handle whose posts may be repeated."""

from django import forms
from django.core.exceptions import ValidationError

from accounts.domain.channels import LABELS
from accounts.domain.handles import plain_handle
from accounts.models.social_account import TRUSTED_KINDS


class HandleForm(forms.Form):
    """Which handle, where, and whose kind."""

    channel = forms.ChoiceField(label="Channel", choices=[("", "Choose a channel"), *LABELS.items()])
    handle = forms.CharField(label="Handle", max_length=120, help_text="Without the at-sign")
    kind = forms.ChoiceField(label="Whose", choices=[("", "Choose"), *((kind, kind.title()) for kind in TRUSTED_KINDS)])

    def clean_handle(self) -> str:
        """Return the handle as it is kept."""
        handle = plain_handle(self.cleaned_data["handle"])
        if not handle or any(mark.isspace() for mark in handle):
            raise ValidationError("A handle has letters or figures, and no spaces.")
        return handle
