"""Invented data for the gallery: every component once, in the states that differ."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

TEXT = (
    "A 31-year-old man has been charged with robbery after a phone was taken on Fortess Road on Tuesday. "
    "He appears at Highbury Corner Magistrates’ Court on Monday. Walking home tonight? "
    "Keep your phone out of sight near the kerb. #KentishTown"
)
FINDINGS = [
    {
        "number": 1,
        "rag": "red",
        "title": "Charge details",
        "reason": "“Has been charged” and “appears at Highbury Corner” tell of a charge not yet known to be public.",
        "clause": "charge details, 2012 §15 and 2016 traffic light. Red unless in the public domain.",
        "advice": "leave out the charge and the court. Keep the advice about phones.",
        "start": TEXT.index("has been charged"),
        "end": TEXT.index(" with robbery"),
    },
    {
        "number": 2,
        "rag": "green",
        "title": "Crime prevention",
        "reason": "“Keep your phone out of sight” is everyday advice.",
        "clause": "crime prevention, 2012 §15.",
        "start": TEXT.index("Keep"),
        "end": TEXT.index(" near"),
    },
    {
        "number": 3,
        "rag": "amber",
        "title": "Personal data",
        "reason": "“31-year-old man” with a street could point to one person.",
        "clause": "personal data, our own check.",
        "start": TEXT.index("31-year"),
        "end": TEXT.index(" been charged"),
    },
]
LADDER = [
    {"when": "10 min", "what": "all Camden communicators and the SPOC are told"},
    {"when": "20 min", "what": "Borough Support is told"},
    {"when": "30 min", "what": "Press Bureau is told"},
]
QUESTION = {
    "name": "public_domain",
    "hint": "On the force’s site, by the press office or in open court. A rumour elsewhere does not count.",
    "yes": {"value": "yes", "rag": "amber", "text": "published at once, and the communicator is told"},
    "no": {"value": "no", "rag": "red", "text": "waits until somebody approves it"},
    "answer": "yes",
    "evidence": {"name": "evidence", "value": "", "error": "Say where this was made public"},
}
VERDICTS = {
    "red": {
        "rag": "red",
        "sub": "Amber if this is already public: is it?",
        "question": QUESTION,
        "what_happens": "It is not published. It waits for a Camden communicator to decide. Farah Okonjo is on duty.",
        "ladder_lines": LADDER,
        "reasons": FINDINGS,
        "guidance": {"url": "#", "text": "Posting about charges and courts: the guidance"},
    },
    "amber": {
        "rag": "amber",
        "sub": "Published at once, and Farah Okonjo is told",
        "what_happens": "She can withdraw it.",
        "reasons": FINDINGS[2:],
    },
    "green": {
        "rag": "green",
        "sub": "Published at once",
        "what_happens": "Nobody needs to approve it.",
        "reasons": FINDINGS[1:2],
    },
    "none": {"rag": "", "sub": "Write something and its light appears here."},
}
CHIPS = [
    ("x", "X", "Kentish Town", "@KentishTown_RP", True, False),
    ("mastodon", "Mastodon", "Kentish Town", "@kentishtown@social.example", True, False),
    ("facebook", "Facebook", "Camden Police", "Camden Police", False, False),
    ("bluesky", "Bluesky", "Kentish Town", "@kentishtown.example", False, True),
]
ROWS = [
    (
        "red",
        "not published",
        "Missing person, threat to life",
        "Gospel Oak: X, Facebook",
        "Sgt Dele Ogunbanjo, level 3",
        4,
    ),
    ("red", "not published", "Contempt of court; charge details", "Kentish Town: X", "PC Imran Sadler, level 2", 14),
    ("amber", "ask first", "Appeal", "Hampstead Town: X, Bluesky", "DC Tomasz Wren, level 3", 22),
]
TABS = [
    ("Everything", 12, True, ""),
    ("Red to decide", 3, False, "red"),
    ("Amber to decide", 3, False, "amber"),
    ("To acknowledge", 4, False, "amber"),
    ("Held by incident", 2, False, ""),
    ("Decided today", 27, False, ""),
]
CLAIMS: list[dict[str, str]] = [
    {"kind": "button", "label": "Claim", "url": "#", "key": "c"},
    {"kind": "you", "note": "3 min left", "release_url": "#"},
    {"kind": "other", "name": "Ben Laverick", "note": "1 min left"},
]
STEPS = [
    {"label": "Sent", "state": "done"},
    {"label": "Claimed", "state": "now"},
    {"label": "Decided"},
    {"label": "Published"},
]
LIFE = [
    {"what": "Case made", "note": "11 February 2024, Sgt Nandakumar"},
    {"what": "Reviewed, kept", "note": "1 March 2026, Ruth Salcombe", "state": "now"},
    {"what": "Next review", "note": "by 1 March 2027", "state": "next"},
]


COUNTERS = [
    {"channel": "X", "used": 238, "limit": 280, "left": "42 left"},
    {"channel": "Mastodon", "used": 520, "limit": 500, "left": "20 too many", "over": True},
    {"channel": "Facebook", "used": 238, "limit": 0, "left": "no limit"},
]
MINE = {
    "id": "mine-1",
    "rag": "red",
    "light_note": "not published",
    "title": "A 24-year-old man from Kentish Town has been charged with two burglaries on Leighton Road",
    "url": "#",
    "place": "Kentish Town: X, Mastodon",
    "steps": STEPS,
    "now": "With Farah Okonjo since 14:13",
    "next": "Sent 14:02. If she has not decided by 14:22, Borough Support is told. You need do nothing.",
    "action": {"kind": "post", "label": "Take it back", "url": "#"},
}
BANNERS = [
    {
        "kind": "incident",
        "title": "Major incident in force since 13:20: Regent’s Canal at Camden Lock.",
        "text": "Only corporate accounts may speak. Camden Town posts are held.",
        "url": "#",
    },
    {
        "kind": "guidance",
        "title": "Guidance of 14:05: fireworks disorder.",
        "text": "Posts on it wait for a person.",
        "url": "#",
        "link_text": "Read it",
    },
]
UNDO = {
    "done": "Approved:",
    "what": "“Stolen e-bikes recovered from a lock-up”.",
    "url": "#",
    "seconds": 7,
}
FACTS = [
    {"key": "Level", "value": "2 since March 2026"},
    {"key": "Returned", "value": "2, both about courts"},
]


class SampleForm(forms.Form):
    """One field of each kind."""

    alt = forms.CharField(label="Describe the picture", help_text="For people who cannot see it.", max_length=40)
    note = forms.CharField(label="What should change?", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    unit = forms.ChoiceField(label="Unit", choices=[("c", "Camden"), ("h", "Hackney")])
    when = forms.ChoiceField(
        label="When",
        widget=forms.RadioSelect,
        choices=[("now", "As soon as it may go"), ("then", "At a date and time")],
    )
    reasons = forms.MultipleChoiceField(
        label="Reasons",
        widget=forms.CheckboxSelectMultiple,
        choices=[("a", "Wording or tone"), ("b", "Picture or alt text")],
    )
    sure = forms.BooleanField(label="I have read it again")
    picture = forms.FileField(label="Picture", required=False)


def samples() -> dict[str, Any]:
    """All of it, by component."""
    return {
        "text": TEXT,
        "findings": FINDINGS,
        "verdicts": VERDICTS,
        "accounts": [_chip(place, *chip) for place, chip in enumerate(CHIPS)],
        "counters": COUNTERS,
        "rows": [_row(place, *row) for place, row in enumerate(ROWS)],
        "tabs": [dict(zip(("label", "count", "current", "rag"), tab, strict=True), url="#") for tab in TABS],
        "mine": MINE,
        "life": LIFE,
        "comments": [{"name": "Farah Okonjo", "when": "13:48, with the return", "text": "Lose “prolific burglar”."}],
        "facts": FACTS,
        "links": [{"url": "#", "text": "See the 39 decided today"}],
        "undo": UNDO,
        "banners": BANNERS,
        "form": SampleForm({"alt": "", "when": "now", "unit": "c"}),
        "earlier": timezone.now() - timedelta(days=2, hours=3),
    }


def _chip(
    place: int, channel: str, channel_name: str, label: str, handle: str, checked: bool, disabled: bool
) -> dict[str, Any]:
    return {
        "id": f"account-{place}",
        "value": place,
        "channel": channel,
        "channel_name": channel_name,
        "label": label,
        "handle": handle,
        "checked": checked,
        "disabled": disabled,
        "why": "Suspended",
    }


def _row(place: int, rag: str, note: str, topic: str, where: str, author: str, minutes: int) -> dict[str, Any]:
    return {
        "id": f"post-{place}",
        "rag": rag,
        "light_note": note,
        "topic": topic,
        "text": TEXT,
        "url": "#",
        "place": where,
        "author": author,
        "wait": {
            "label": f"Waiting {minutes} min",
            "elapsed": minutes,
            "whole": 30,
            "ticks": [10, 20],
            "note": "Borough Support in 6 min",
        },
        "threat_to_life": place == 0,
        "current": place == 1,
        "claim": CLAIMS[place],
    }
