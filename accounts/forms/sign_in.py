"""The sign-in library's forms, in our own words."""

from typing import Any

from allauth.account import forms

WORDS = {
    "email": "Work e-mail address",
    "oldpassword": "Your password now",
    "password1": "New password",
    "password2": "New password again",
}


def in_our_words(form: Any) -> None:
    """Say what each field is; the page says the rest, so hints go."""
    for name, field in form.fields.items():
        field.label, field.help_text = WORDS.get(name, field.label), ""


class ResetForm(forms.ResetPasswordForm):
    """Where the link goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_our_words(self)


class ResetByLinkForm(forms.ResetPasswordKeyForm):
    """A new password, by the link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_our_words(self)


class ChangeForm(forms.ChangePasswordForm):
    """A new password instead of the old."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_our_words(self)


class SetForm(forms.SetPasswordForm):
    """A first password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_our_words(self)
