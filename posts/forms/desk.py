"""What a desk can be asked for, read from the address; anything else in it counts as not asked."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms

from governance.domain.edition import Edition
from posts.domain.desk_asked import CLAIMS, DECIDE, ORDERS, TABS, Asked, read_place
from posts.forms.fields import offer

if TYPE_CHECKING:
    from accounts.models import Unit


class DeskForm(forms.Form):
    """The filters of the desk. It is never refused: a value it does not know falls away."""

    tab = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[*TABS.items(), (DECIDE, "Decide")])
    unit = forms.ChoiceField(label="Unit", required=False)
    topic = forms.ChoiceField(label="Topic", required=False)
    claimed = forms.ChoiceField(label="Claimed by", required=False, choices=list(CLAIMS.items()))
    order = forms.ChoiceField(label="Order", required=False, choices=list(ORDERS.items()))

    def __init__(self, data: Mapping[str, Any], *, units: "Iterable[Unit]", edition: Edition, everything: str) -> None:
        super().__init__(data)
        offer(self, "unit", [("", everything), *((unit.slug, unit.name) for unit in units)])
        subjects = [("Topics", _named(edition.topics)), ("Checks", _named(edition.checks))]
        offer(self, "topic", [("", "Any topic"), *subjects])

    def asked(self) -> Asked:
        """What is asked for, with the place the page begins after."""
        self.full_clean()
        said = {name: self.cleaned_data.get(name, "") for name in ("tab", "unit", "topic", "claimed", "order")}
        after = str(self.data.get("after", ""))
        return Asked(**said, after=after if read_place(after) else "")


def _named(table: Mapping[str, Any]) -> list[tuple[str, str]]:
    return sorted(((slug, one.name) for slug, one in table.items()), key=lambda pair: pair[1])
