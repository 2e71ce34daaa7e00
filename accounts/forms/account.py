"""What is said of an account when it is asked for, entered or changed."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from accounts.domain.channels import LABELS
from accounts.domain.handles import plain_handle
from accounts.domain.hours import LONDON
from accounts.domain.lifecycle import AccountKind
from accounts.forms.fields import ColleagueField, day_field
from accounts.models import SocialAccount, Unit, User
from accounts.selectors import people_seen_by
from accounts.services.account_case import AccountCase

FLOORS = [("", "None of its own"), ("amber", "At least Amber"), ("red", "Always Red")]
KINDS = [("", "Choose a kind"), *((kind.value, kind.label) for kind in AccountKind)]
LINES = forms.Textarea(attrs={"rows": 3})


class AccountForm(forms.Form):
    """The entry of one account; `case()` says it as the services take it."""

    name = forms.CharField(label="Name", max_length=120, help_text="As people see it, for example Kentish Town Police")
    handle = forms.CharField(label="Handle", max_length=120, help_text="Without the at-sign")
    kind = forms.ChoiceField(label="Kind", choices=KINDS)
    address = forms.URLField(label="Web address", required=False, assume_scheme="https")
    base_url = forms.URLField(
        label="Server", required=False, assume_scheme="https", help_text="Mastodon only: where it lives"
    )
    why = forms.CharField(label="Why it exists", widget=LINES, required=False)
    who = forms.CharField(label="Who it is for", widget=LINES, required=False)
    what = forms.CharField(label="What it posts", widget=LINES, required=False)
    owner = ColleagueField(label="Owner", required=False, help_text="Their work e-mail address")
    deputy = ColleagueField(label="Deputy", required=False, help_text="Their work e-mail address")
    floor = forms.ChoiceField(
        label="Floor", choices=FLOORS, required=False, help_text="No post from it has a lower light than this"
    )
    review_on = day_field("Review by")
    last_day = day_field("Last day", help_text="Temporary accounts only")
    follower_target = forms.IntegerField(label="Followers aimed at", required=False, min_value=0, max_value=100_000_000)
    watermark = forms.BooleanField(label="Put the watermark on its pictures", required=False)
    not_for_reporting_shown = forms.BooleanField(
        label="Its page says that crime is not reported here and that it is not watched round the clock", required=False
    )

    def __init__(self, *args: Any, person: User, account: SocialAccount | None = None, **kwargs: Any) -> None:
        if account is not None:
            kwargs["initial"] = entry_of(account)
        super().__init__(*args, **kwargs)
        for name in ("owner", "deputy"):
            field = self.fields[name]
            assert isinstance(field, ColleagueField)
            field.among = people_seen_by(person)

    def clean_handle(self) -> str:
        """Return the handle without its at-sign; one with a space in it is no handle."""
        handle = self.cleaned_data["handle"].strip().lstrip("@")
        if not plain_handle(handle) or any(mark.isspace() for mark in handle):
            raise ValidationError("A handle has letters or figures, and no spaces.")
        return handle

    def case(self) -> AccountCase:
        """The entry as the services take it."""
        told = {name: value for name, value in self.cleaned_data.items() if name not in ("last_day", "unit", "channel")}
        last = self.cleaned_data["last_day"]
        return AccountCase(**told, expires_at=end_of(last) if last else None)


class NewAccountForm(AccountForm):
    """An account not yet in the register: also where it is and whose."""

    unit: Any = forms.ModelChoiceField(
        label="Unit", queryset=Unit.objects.none(), to_field_name="slug", empty_label="Choose a unit"
    )
    channel = forms.ChoiceField(label="Channel", choices=[("", "Choose a channel"), *LABELS.items()])
    field_order = ("unit", "channel")

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["unit"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = units.filter(is_active=True)


def entry_of(account: SocialAccount) -> dict[str, Any]:
    """The account as the form shows it."""
    columns = AccountCase.of(account).columns()
    ends = columns.pop("expires_at")
    people = {name: person.email if isinstance(person := columns[name], User) else "" for name in ("owner", "deputy")}
    last = (ends - timedelta(seconds=1)).astimezone(LONDON).date() if isinstance(ends, datetime) else None
    return columns | people | {"last_day": last}


def end_of(day: Any) -> datetime:
    """The end of a day in London, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), LONDON).astimezone(UTC)
