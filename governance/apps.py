"""The policy's room: editions, classifier, guidance, incidents, ladders and the record."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = "Governance"
