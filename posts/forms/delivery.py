"""Where a person saw a delivery that the portal could not find."""

from django import forms


class FoundForm(forms.Form):
    """The address, where there is one to give."""

    url = forms.URLField(
        label="Its address there",
        required=False,
        max_length=400,
        assume_scheme="https",
        error_messages={
            "invalid": "Enter the whole address, such as https://mastodon.example/@camden/123.",
            "max_length": "Enter a shorter address: 400 characters is the longest kept.",
        },
    )
