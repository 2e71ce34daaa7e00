"""A remark about a post, and the reason for taking one down."""

from django import forms

from posts.forms.fields import small_area

LONGEST = 2_000


class CommentForm(forms.Form):
    """One remark or answer."""

    text = forms.CharField(
        label="Your comment",
        max_length=LONGEST,
        widget=small_area(3),
        error_messages={
            "required": "Write something first.",
            "max_length": f"Shorten this to {LONGEST:,} characters.",
        },
    )


class WithdrawForm(forms.Form):
    """Why a post is taken down."""

    note = forms.CharField(
        label="Why is it withdrawn?",
        help_text="It is taken down everywhere. The reason stays on the record.",
        max_length=LONGEST,
        widget=small_area(2),
        error_messages={"required": "Say why it is withdrawn."},
    )
