"""The tables of policy and of the record. Private to this app: others come in by services and selectors."""

from governance.models.audit import AuditEvent, AuditPayload, AuditTombstone
from governance.models.edition import Edition, EditionSwitch
from governance.models.epoch import PolicyEpoch
from governance.models.guidance import GuidanceNotice
from governance.models.incident import Incident
from governance.models.seal import Seal, SealEntry

__all__ = [
    "AuditEvent",
    "AuditPayload",
    "AuditTombstone",
    "Edition",
    "EditionSwitch",
    "GuidanceNotice",
    "Incident",
    "PolicyEpoch",
    "Seal",
    "SealEntry",
]
