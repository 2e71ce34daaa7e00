"""Addresses of the governance app. The seals and the accessibility statement are public; the rest asks to sign in."""

from django.urls import URLPattern, URLResolver, path

from governance.views import accessibility, guidance, incidents, policy, record, seals

urlpatterns: list[URLPattern | URLResolver] = [
    path("guidance/", guidance.notices, name="guidance"),
    path("guidance/new", guidance.publish, name="guidance_new"),
    path("guidance/<slug:slug>/withdraw", guidance.withdraw, name="guidance_withdraw"),
    path("incidents/", incidents.listing, name="incidents"),
    path("incidents/new", incidents.declare, name="incident_new"),
    path("incidents/<int:pk>/stand-down", incidents.stand_down, name="incident_stand_down"),
    path("policy/", policy.in_force, name="policy"),
    path("policy/editions/<slug:digest>", policy.edition, name="policy_edition"),
    path("policy/switches/new", policy.propose, name="policy_switch_new"),
    path("policy/switches/<int:pk>", policy.switch, name="policy_switch"),
    path("policy/switches/<int:pk>/approve", policy.approve, name="policy_switch_approve"),
    path("record/", record.listing, name="record"),
    path("record/<int:pk>", record.event, name="record_event"),
    path("seals/", seals.listing, name="seals"),
    path("seals/seals.jsonl", seals.download, name="seals_file"),
    path("accessibility/", accessibility.statement, name="accessibility"),
]
