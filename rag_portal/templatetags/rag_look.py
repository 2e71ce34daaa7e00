"""The one tag library of the pages: ``{% load rag_look %}``.

Tags
    {% lamp rag size %}              the lamp alone; write its word beside it. Sizes: "" m (28) h (34) l (72)
    {% light rag size %}             lamp and word
    {% channel_mark "mastodon" %}    a channel's initials in a frame
    {% bar run whole ticks %}        a bar; numbers, timedeltas, ticks as list or "10,20"
    {% highlight text findings %}    text with the findings' words marked; wrap in class rag-text or rag-echo
    {% field form.name hint= size= inline= %}   a whole form group: label, hint, error, control
    {% error_summary form title= intro= %}      what to put right; several forms: one after the other
Filters
    rag|light_word  rag|light_name  moment|clock  moment|day  moment|when  span|wait  name|initials
"""

from typing import Any

from django import template
from django.forms import BaseForm, BoundField

from rag_portal.highlighting import highlight
from rag_portal.look import bars, fields, lights, samples, times

register = template.Library()

RANKS = {"PC", "PCSO", "DC", "Sgt", "DS", "Insp", "DI", "Ch", "DCI", "Supt", "Cmdr", "Dr", "Mr", "Mrs", "Ms"}

for tag in (lights.lamp, lights.light, lights.channel_mark, bars.bar, highlight):
    register.simple_tag(tag)
for named_filter in (lights.light_word, lights.light_name, times.clock, times.day, times.when, times.wait):
    register.filter(named_filter.__name__, named_filter)

register.simple_tag(samples.samples, name="gallery_samples")
register.inclusion_tag("components/_field.html", name="field")(fields.field_context)


@register.simple_tag
def control(field: BoundField, described_by: str = "") -> str:
    """A form field's bare control, dressed; the label stays with the caller."""
    return fields.control(field, described_by)


@register.inclusion_tag("components/_error_summary.html")
def error_summary(*forms: BaseForm, title: str = "", intro: str = "") -> dict[str, Any]:
    """Every error of the forms, each linked to its field; nothing when there is none."""
    errors = [line for form in forms for line in fields.error_lines(form)]
    return {"errors": errors, "title": title or fields.error_title(len(errors)), "intro": intro}


@register.filter
def initials(name: str) -> str:
    """IS for PC Imran Sadler, KT for Kentish Town Police."""
    words = [word for word in str(name).split() if word[:1].isalpha() and word not in RANKS]
    return "".join(word[0].upper() for word in words[:2])
