"""Forms of the decision page. They say what was seen, and keep what was typed when a decision cannot be taken."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from posts.forms.fields import offer, short_text, small_area
from posts.services.review import Seen

LONGEST_REASON = 160
MOST_REASONS = 20
ALWAYS = (
    "Evidence does not show it is public",
    "Names or points to a person",
    "Wording or tone",
    "Picture or alt text",
)


class Ticks(forms.MultipleChoiceField):
    """Reasons ticked. The words themselves are sent, so that a tick outlives the verdict that offered it."""

    def valid_value(self, value: Any) -> bool:
        """Take any short sentence: a tick is a sentence of the person who ticked it."""
        return 0 < len(str(value)) <= LONGEST_REASON

    def validate(self, value: Any) -> None:
        """Refuse more ticks than a page offers."""
        super().validate(value)
        if len(value) > MOST_REASONS:
            raise forms.ValidationError("Tick fewer reasons.")


class SeenForm(forms.Form):
    """What the person was looking at."""

    decision_digest = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    assessment = forms.IntegerField(required=False, min_value=0, max_value=2**62, widget=forms.HiddenInput)

    def seen(self) -> Seen:
        """What was seen; a page that does not say so has seen nothing."""
        cleaned = self.cleaned_data
        return Seen(cleaned.get("decision_digest") or "", cleaned.get("assessment") or 0)


class RefuseForm(SeenForm):
    """Reasons to tick and a sentence; one of the two is required by the service."""

    reasons = Ticks(label="Reasons", required=False, widget=forms.CheckboxSelectMultiple)
    note = short_text("What should change?", widget=small_area(3))

    def __init__(self, *args: Any, offered: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ticked = self.data.getlist("reasons") if isinstance(self.data, QueryDict) else []
        words = dict.fromkeys([*offered, *ALWAYS, *(one for one in ticked if one)])
        offer(self, "reasons", [(one, one) for one in words])


class ReturnForm(RefuseForm):
    """Back to the author."""


class RejectForm(RefuseForm):
    """Never."""

    note = short_text("Why is it rejected?", widget=small_area(3))


class NoteForm(forms.Form):
    """One text box."""

    note = short_text("Note", widget=small_area(3))


class AskForm(NoteForm):
    """A question to the author."""

    note = short_text("What do you want to know?", widget=small_area(3))


class WithdrawForm(NoteForm):
    """Why it is taken down."""

    note = short_text("Why is it withdrawn?", widget=small_area(3))


class TakeOverForm(NoteForm):
    """Why a colleague's claim is taken over."""

    note = short_text("Why do you take it over?", widget=small_area(2))


class CommentForm(NoteForm):
    """A remark."""

    note = short_text("Add to the conversation", widget=small_area(2))
