"""The names of what a person may do with policy, guidance, incidents and the record."""

from enum import StrEnum


class GovernancePermission(StrEnum):
    """Every permission of the policy's room. The string is what `rules.has_perm` is asked."""

    SEE_POLICY = "governance.see_policy"
    DRAFT_POLICY = "governance.draft_policy"
    APPROVE_POLICY = "governance.approve_policy"
    PUBLISH_GUIDANCE = "governance.publish_guidance"
    DECLARE_INCIDENT = "governance.declare_incident"
    SEE_RECORD = "governance.see_record"
