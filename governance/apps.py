"""The policy's room: editions, classifier, guidance, incidents, ladders and the record."""

from importlib import import_module

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = "Governance"

    def ready(self) -> None:
        """Register the system checks."""
        import_module("governance.checks")
